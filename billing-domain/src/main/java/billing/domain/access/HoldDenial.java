package billing.domain.access;

import billing.domain.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hold that was not granted, with what is missing.
 *
 * @param reason access' own if access is refused, else {@link #INSUFFICIENT_AVAILABLE}
 * @param available settled balance minus holds
 * @param limit how far below zero {@code available} may go; null if there is no limit
 * @param required what was to be held
 */
public record HoldDenial(
        String reason, Money available, @Nullable Money limit, Money required) {
    public static final String INSUFFICIENT_AVAILABLE = "INSUFFICIENT_AVAILABLE";

    /**
     * Why an amount can't be held; empty if it can.
     *
     * @param access the account's access, budgets considered
     * @param exceedsBudget whether a hard budget has less left than the amount
     */
    public static Optional<HoldDenial> of(AccessDecision access, Money amount, boolean exceedsBudget) {
        if (!access.allowed()) {
            return Optional.of(new HoldDenial(access.reason().name(), access, amount));
        }
        if (exceedsBudget) {
            return Optional.of(new HoldDenial(AccessReason.BUDGET_REACHED.name(), access, amount));
        }
        return access.covers(amount)
                ? Optional.empty()
                : Optional.of(new HoldDenial(INSUFFICIENT_AVAILABLE, access, amount));
    }

    private HoldDenial(String reason, AccessDecision access, Money required) {
        this(reason, access.available(), access.limit(), required);
    }
}
