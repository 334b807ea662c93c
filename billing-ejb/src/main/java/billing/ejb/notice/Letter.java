package billing.ejb.notice;

import org.jspecify.annotations.Nullable;

/**
 * A mail in its words.
 *
 * @param body its paragraphs, with an empty line between them
 * @param button what the link is called
 */
record Letter(
        String subject,
        String body,
        @Nullable String button,
        @Nullable String link) {

    /** The plain text: the paragraphs, and the link at the end of them. */
    static String text(String body, @Nullable String button, @Nullable String link) {
        return link == null ? body : body + "\n\n" + button + ":\n" + link;
    }
}
