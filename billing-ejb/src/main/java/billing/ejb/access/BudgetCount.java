package billing.ejb.access;

import billing.domain.money.Money;

/**
 * What was spent of a budget that is being made.
 *
 * @param batch the newest usage batch that was looked at
 * @param now in the running period
 * @param ahead in the period after it: usage may be reported a little ahead of our clock
 */
public record BudgetCount(long batch, Money now, Money ahead) {
    /** Before anything was looked at. */
    static final BudgetCount NOTHING = new BudgetCount(0, Money.ZERO, Money.ZERO);
}
