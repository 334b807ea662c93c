package billing.ejb.ledger;

import billing.domain.money.Money;

/**
 * When somebody wants to be asked about a balance: as soon as what is available is less than {@code below}, or at least
 * {@code above}.
 */
public record Watch(Money below, Money above) {
    private static final Money LEAST = Money.ofNanos(Long.MIN_VALUE);
    private static final Money MOST = Money.ofNanos(Long.MAX_VALUE);

    /** Nobody wants to be asked. */
    public static final Watch NONE = new Watch(LEAST, MOST);

    /** To be asked as soon as less than this is available. */
    public static Watch below(Money threshold) {
        return new Watch(threshold, MOST);
    }

    /** To be asked as soon as this is available. */
    public static Watch from(Money threshold) {
        return new Watch(LEAST, threshold);
    }

    /** To be asked whenever one of the two would be. */
    public Watch or(Watch other) {
        return new Watch(below.max(other.below), above.min(other.above));
    }

    boolean isLeftBy(Money available) {
        return available.isLessThan(below) || !available.isLessThan(above);
    }
}
