package billing.ejb.ledger;

import billing.domain.money.Money;

/**
 * What a customer owes beside its balance, or has that it can't spend. None of it is negative.
 *
 * @param receivable on issued invoices
 * @param frozen credits that disputes keep
 * @param disputeDebt what lost disputes took after it was spent
 */
public record Owed(Money receivable, Money frozen, Money disputeDebt) {
    static final Owed NOTHING = new Owed(Money.ZERO, Money.ZERO, Money.ZERO);

    Owed withReceivable(Money more) {
        return new Owed(receivable.plus(more), frozen, disputeDebt);
    }

    Owed withFrozen(Money more) {
        return new Owed(receivable, frozen.plus(more), disputeDebt);
    }

    Owed withDisputeDebt(Money more) {
        return new Owed(receivable, frozen, disputeDebt.plus(more));
    }
}
