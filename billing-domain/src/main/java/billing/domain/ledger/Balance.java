package billing.domain.ledger;

import billing.domain.money.Money;

/**
 * An account's balance, as the balance row holds it.
 *
 * @param purchased what is left of purchased credits
 * @param free what is left of free credits
 * @param debt what was spent beyond all credits, not negative
 * @param held the sum of open holds
 * @param epoch grows with each change, so that a reader knows whether what it has is the newest
 */
public record Balance(Money purchased, Money free, Money debt, Money held, long epoch) {
    /** All grants' remainders minus debt; can be negative where the terms allow. */
    public Money settled() {
        return purchased.plus(free).minus(debt);
    }

    /** What can be spent: settled minus held. */
    public Money available() {
        return settled().minus(held);
    }
}
