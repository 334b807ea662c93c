package billing.ejb.notice;

import billing.domain.id.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was sent.
 *
 * @param kind a {@link MailKind}, as text
 * @param body its paragraphs, with an empty line between them
 * @param button what its link is called
 */
public record SentMail(
        String id,
        AccountId account,
        String to,
        String kind,
        String subject,
        String body,
        @Nullable String button,
        @Nullable String link,
        Instant sentAt) {

    /** The plain text, as it was sent. */
    public String text() {
        return Letter.text(body, button, link);
    }

    public List<String> links() {
        return link == null ? List.of() : List.of(link);
    }
}
