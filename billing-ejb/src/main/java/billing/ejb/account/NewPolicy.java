package billing.ejb.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of policy that is to be announced.
 *
 * @param id minted by the caller: the same id is the same announcement
 * @param title what the mail is called
 * @param text what changes, its paragraphs parted by empty lines
 * @param link where to read more, an absolute address; null for none
 * @param effectiveAt from when it applies
 */
public record NewPolicy(
        String id, String title, String text, @Nullable String link, Instant effectiveAt, String actor) {}
