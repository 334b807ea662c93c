package billing.domain.access;

import billing.domain.money.Money;
import billing.domain.usage.Labels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a budget stands in one period.
 *
 * @param beginsAt the period's first moment
 * @param spent by usage of the period; less than zero if more was corrected than used
 * @param held what open holds of the scope hold now
 * @param reachedAt when usage reached it first, null if it has not
 */
public record BudgetState(
        Budget budget,
        Instant beginsAt,
        Money spent,
        Money held,
        @Nullable Instant reachedAt) {
    /** The same with what open holds hold. */
    public BudgetState holding(Money itsHeld) {
        return new BudgetState(budget, beginsAt, spent, itsHeld, reachedAt);
    }

    /** Whether it refuses access to what has these labels. */
    public boolean refuses(Labels labels) {
        return binds(labels) && !left().isPositive();
    }

    /** Whether it has less left than what has these labels is to hold. */
    public boolean isExceededBy(Labels labels, Money amount) {
        return binds(labels) && amount.isMoreThan(left());
    }

    private boolean binds(Labels labels) {
        return budget.mode() == BudgetMode.HARD && budget.scope().includes(labels);
    }

    /** What may still be spent or held; less than zero if more was used. */
    public Money left() {
        return budget.amount().minus(spent).minus(held);
    }
}
