package billing.ejb.usage;

import billing.domain.ledger.Cause;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A usage event as it stands in the books.
 *
 * @param batch with which of the account's usage batches, and so with which entry, it was debited
 * @param amount what it cost, negative where a charge was corrected
 */
public record RecordedUsage(
        String id,
        long batch,
        String sku,
        Product product,
        String unit,
        BigDecimal quantity,
        Money amount,
        Instant occurredAt,
        Instant recordedAt,
        Labels labels,
        @Nullable String holdId) {
    /** What its entry was made for. */
    public Cause cause() {
        return Cause.usageBatch(batch);
    }
}
