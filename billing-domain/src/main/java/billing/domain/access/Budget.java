package billing.domain.access;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.Instant;

/**
 * What may be spent in a day or a month. An account has one for each scope and period.
 *
 * @param amount reached when that much is spent
 * @param countsFrom the beginning of the first period that it counts
 */
public record Budget(
        String id,
        AccountId account,
        BudgetScope scope,
        BudgetPeriod period,
        Money amount,
        BudgetMode mode,
        Instant countsFrom,
        Instant createdAt,
        Instant changedAt) {
    /** Far from what can be counted; who may spend more needs no budget. */
    public static final Money LARGEST = Money.of("1000000000.00");

    /** The same budget with another amount or mode: what was spent stays spent. */
    public Budget changed(Money newAmount, BudgetMode newMode, Instant at) {
        return new Budget(id, account, scope, period, newAmount, newMode, countsFrom, createdAt, at);
    }
}
