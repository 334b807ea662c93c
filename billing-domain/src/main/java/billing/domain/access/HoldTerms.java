package billing.domain.access;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for with a hold. Two requests under one key are the same if these are equal.
 *
 * @param amount more than zero
 * @param reference the platform's own name for the work, which the owner sees; null if it gave none
 * @param labels whose the work is: budgets count by them
 * @param lifetime whole seconds until it expires
 */
public record HoldTerms(
        AccountId account,
        Money amount,
        Product product,
        @Nullable String reference,
        Labels labels,
        Duration lifetime,
        OnExpiry onExpiry) {
    public static final Duration SHORTEST_LIFETIME = Duration.ofSeconds(1);
    public static final Duration USUAL_LIFETIME = Duration.ofHours(1);
    public static final Duration LONGEST_LIFETIME = Duration.ofDays(30);
}
