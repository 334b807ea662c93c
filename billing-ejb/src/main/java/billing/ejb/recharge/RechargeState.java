package billing.ejb.recharge;

import billing.domain.money.Money;
import billing.domain.recharge.OffReason;
import billing.domain.recharge.RechargeSettings;
import billing.domain.recharge.RechargeStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's auto-recharge as its owner sees it.
 *
 * @param settings what is agreed to; what would be proposed where nothing ever was
 * @param offReason why it is off; null while it is on, and if it never was
 * @param failures declined recharges in a row
 * @param nextAttemptAt when it tries again, while it waits
 * @param openPurchase the recharge whose outcome is open
 * @param monthCount the recharges of this month, UTC, that succeeded or are open
 * @param monthAmount what they come to
 * @param agreement the number of what was agreed to last; 0 if nothing ever was
 */
public record RechargeState(
        RechargeSettings settings,
        boolean enabled,
        RechargeStatus status,
        @Nullable OffReason offReason,
        int failures,
        @Nullable Instant nextAttemptAt,
        @Nullable String openPurchase,
        int monthCount,
        Money monthAmount,
        int agreement) {
    /** Whether somebody has ever agreed to settings. */
    public boolean isConfigured() {
        return agreement > 0;
    }
}
