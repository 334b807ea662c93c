package billing.ejb.usage;

import billing.domain.id.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which single events of an account, what was recorded last first.
 *
 * @param from the first moment of occurrence, null for the account's beginning
 * @param to the moment after the last, null for no end
 * @param sku only this one, null for all
 * @param labels what an event has to carry; empty where it must carry none
 * @param after the cursor of the page before, null for the first page
 */
public record UsageEventQuery(
        AccountId account,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String sku,
        Map<UsageDimension, Optional<String>> labels,
        @Nullable String after,
        int limit) {}
