package billing.domain.access;

import billing.domain.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hold that was not granted, with what is missing.
 *
 * @param reason access' own if access is refused, else {@link #INSUFFICIENT_AVAILABLE}
 * @param access the account's access, budgets not considered
 * @param required what was to be held
 * @param budget the budget that has too little left; null for every other reason
 */
public record HoldDenial(
        String reason,
        AccessDecision access,
        Money required,
        @Nullable BudgetState budget) {
    public static final String INSUFFICIENT_AVAILABLE = "INSUFFICIENT_AVAILABLE";

    /**
     * Why an amount can't be held; empty if it can.
     *
     * @param access the account's access, budgets not considered
     * @param exceeded the hard budget that has less left than the amount, if there is one
     */
    public static Optional<HoldDenial> of(AccessDecision access, Money amount, Optional<BudgetState> exceeded) {
        if (!access.allowed()) {
            return Optional.of(new HoldDenial(access.reason().name(), access, amount, null));
        }
        if (exceeded.isPresent()) {
            return Optional.of(new HoldDenial(AccessReason.BUDGET_REACHED.name(), access, amount, exceeded.get()));
        }
        return access.covers(amount)
                ? Optional.empty()
                : Optional.of(new HoldDenial(INSUFFICIENT_AVAILABLE, access, amount, null));
    }
}
