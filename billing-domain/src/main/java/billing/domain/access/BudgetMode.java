package billing.domain.access;

import billing.domain.money.Money;

/** What a budget that is reached does. */
public enum BudgetMode {
    /** It tells. */
    SOFT,
    /** It refuses access, and counts open holds as if they were spent. */
    HARD;

    /** Whether a budget of that much says anything: one of nothing is reached before it starts, and can only refuse. */
    public boolean takes(Money amount) {
        return amount.isPositive() || this == HARD && amount.equals(Money.ZERO);
    }
}
