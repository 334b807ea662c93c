package billing.domain.usage;

import billing.domain.id.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an account used, as the platform reports it.
 *
 * @param id the platform's own; it counts once per account, whatever its time
 * @param sku the code of what was used
 * @param quantity in the SKU's unit, zero or more
 * @param occurredAt when it was used, which decides the price and the day
 * @param holdId the hold that it is paid from, null if there is none
 */
public record UsageEvent(
        String id,
        AccountId account,
        String sku,
        BigDecimal quantity,
        Instant occurredAt,
        Labels labels,
        @Nullable String holdId) {}
