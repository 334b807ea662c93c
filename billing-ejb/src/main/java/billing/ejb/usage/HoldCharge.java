package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import java.time.Instant;

/**
 * The difference between what a hold's events cost and what the hold's work cost, to be posted under the SKU
 * {@code hold:<product>}.
 *
 * @param eventId unique among the account's events, so that it is posted once
 * @param amount not zero; negative gives back what was charged too much
 * @param released what the account holds less from now on, in the same step
 */
public record HoldCharge(
        AccountId account,
        String eventId,
        Product product,
        Labels labels,
        String holdId,
        Money amount,
        Money released,
        Instant at,
        String actor) {}
