package billing.ejb.invoice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Closed months whose documents are on their way.
 *
 * @param unwritten how many are not written yet
 * @param unnumbered how many are written and have no number yet
 * @param since when the one that waits longest was closed; null if none waits
 * @param pastDue how many invoices were due and are not paid
 */
public record Backlog(
        long unwritten, long unnumbered, @Nullable Instant since, long pastDue) {}
