package billing.domain.recharge;

import billing.domain.money.Money;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the owner has agreed to.
 *
 * @param threshold a recharge is due as soon as less than this is available
 * @param target what a recharge brings the balance up to, in mode {@code TARGET}
 * @param amount what one recharge buys, in mode {@code INCREMENT}
 * @param monthlyAmountCap the most that recharges may come to in a calendar month
 * @param monthlyCountCap the most recharges in a calendar month
 */
public record RechargeSettings(
        RechargeMode mode,
        Money threshold,
        @Nullable Money target,
        @Nullable Money amount,
        Money monthlyAmountCap,
        int monthlyCountCap) {
    /** What one increment buys unless the owner says otherwise. */
    public static final Money USUAL_AMOUNT = Money.of("25.00");

    public static final Money USUAL_AMOUNT_CAP = Money.of("10000.00");
    public static final int USUAL_COUNT_CAP = 10;

    /** What a form proposes to somebody who has not set anything. */
    public static final RechargeSettings PROPOSED = new RechargeSettings(
            RechargeMode.TARGET, Money.of("5.00"), Money.of("25.00"), USUAL_AMOUNT, USUAL_AMOUNT_CAP, USUAL_COUNT_CAP);

    /** Whether a balance asks for a recharge. */
    public boolean isLow(Money available) {
        return available.isLessThan(threshold);
    }

    /**
     * The next recharge of a balance, as if there were no caps.
     *
     * @param largest the largest purchase; a balance that is further away gets there in several
     * @return empty if the balance is not low
     */
    public Optional<Money> next(Money available, Money largest) {
        if (!isLow(available)) {
            return Optional.empty();
        }
        return Optional.of(step(available).min(largest));
    }

    private Money step(Money available) {
        return mode == RechargeMode.TARGET
                ? Money.ofCents(needed(available).toCents(RoundingMode.CEILING))
                : need(amount);
    }

    private Money needed(Money available) {
        return need(target).minus(available);
    }

    /** Whether the month has room for one more recharge; it is made whole or not at all. */
    public boolean allows(Money recharge, MonthSoFar month) {
        return month.count() < monthlyCountCap && !month.amount().plus(recharge).isMoreThan(monthlyAmountCap);
    }

    /** What a recharge buys that is made as soon as the threshold is crossed. */
    public Money usual() {
        return mode == RechargeMode.TARGET ? needed(threshold) : need(amount);
    }

    private static Money need(@Nullable Money set) {
        if (set == null) {
            throw new IllegalStateException("settings that were not checked");
        }
        return set;
    }
}
