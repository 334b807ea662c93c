package billing.ejb.notice;

import billing.domain.id.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was sent.
 *
 * @param kind a {@link MailKind}, as text
 * @param text its plain text
 * @param link where its button leads
 */
public record SentMail(
        String id,
        AccountId account,
        String to,
        String kind,
        String subject,
        String text,
        @Nullable String link,
        Instant sentAt) {

    public List<String> links() {
        return link == null ? List.of() : List.of(link);
    }
}
