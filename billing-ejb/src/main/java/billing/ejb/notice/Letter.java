package billing.ejb.notice;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mail in its words.
 *
 * @param body its paragraphs, with an empty line between them
 * @param button what its link is called, null if it has none
 * @param footer why it was sent and whom to ask
 */
record Letter(
        String subject,
        String body,
        @Nullable String button,
        @Nullable String link,
        String footer) {
    private static final String PARAGRAPHS = "\n\n";
    private static final String BUTTON = "<p><a href=\"%s\" style=\"display:inline-block;padding:10px 16px;"
            + "border-radius:6px;background:#1d4ed8;color:#ffffff;text-decoration:none\">%s</a></p>";
    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>%s</title></head>"
                    + "<body style=\"font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em\">%s%s"
                    + "<hr><p style=\"color:#555555;font-size:14px\">%s</p></body></html>";

    String text() {
        String last = PARAGRAPHS + "-- \n" + footer;
        return link == null ? body + last : body + PARAGRAPHS + button + ":\n" + link + last;
    }

    /** The same paragraphs as HTML. */
    String html() {
        String paragraphs = Arrays.stream(body.split(PARAGRAPHS))
                .map(paragraph -> "<p>" + escaped(paragraph) + "</p>")
                .collect(Collectors.joining());
        String way = link == null ? "" : BUTTON.formatted(escaped(link), escaped(String.valueOf(button)));
        return PAGE.formatted(escaped(subject), paragraphs, way, escaped(footer));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
