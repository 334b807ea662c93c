package billing.domain.recharge;

import billing.domain.money.Money;

/**
 * A balance below which the owner wants to be told. It rings once, and again only after the balance has been well above it:
 * hovering around it is no news.
 *
 * @param threshold zero for the alert that the credits are used up, which every account has
 * @param armed whether it rings the next time
 */
public record BalanceAlert(Money threshold, boolean armed) {
    private static final Money LEAST_RISE = Money.of("1.00");
    private static final int RISE = 10;
    private static final Money NANO = Money.ofNanos(1);

    /** A new one; it does not ring about what its owner sees while setting it. */
    public static BalanceAlert at(Money threshold, Money available) {
        return new BalanceAlert(threshold, !available.isLessThan(threshold));
    }

    public boolean isAtZero() {
        return threshold.equals(Money.ZERO);
    }

    /** It rings as soon as less than this is available: at zero, "nothing left" is enough. */
    public Money ringsBelow() {
        return isAtZero() ? NANO : threshold;
    }

    /** It is armed again as soon as this is available: a tenth above it, and $1 at least. */
    public Money armsFrom() {
        return threshold.plus(LEAST_RISE.max(Money.ofNanos(threshold.nanos() / RISE)));
    }

    /** Whether this balance makes it ring. */
    public boolean rings(Money available) {
        return armed && available.isLessThan(ringsBelow());
    }

    /** What becomes of it with this balance. */
    public BalanceAlert after(Money available) {
        boolean next = armed ? !rings(available) : !available.isLessThan(armsFrom());
        return new BalanceAlert(threshold, next);
    }
}
