package billing.ejb.ledger;

import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.GrantKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * New credits pay what lost disputes took after it was spent, by an entry of their own behind the one that brings them.
 *
 * <p>Decided here: they pay this before they pay for usage beyond the balance. That has limits and invoices of its own; this
 * is never invoiced nor charged for, and shuts access until it is paid.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class DisputeDebts {
    @Inject
    LedgerRepository ledger;

    /** How much of new credits goes there. */
    static Money share(BalanceRow row, Money credits) {
        return credits.min(row.owed().disputeDebt());
    }

    /**
     * Takes that share from the grant that got the credits.
     *
     * @param row after the credits came
     * @param credits the transfer that brought them
     */
    BalanceRow pay(BalanceRow row, Transfer credits, String grantId, GrantKind kind, Money share) {
        if (!share.isPositive()) {
            return row;
        }
        Entry entry = row.nextEntry(credits.of(share).as(EntryKind.DISPUTE_DEBT_PAID));
        ledger.insert(entry);
        ledger.use(row.account(), entry.seq(), grantId, share);
        return row.after(entry).with(kind, share.negated()).with(row.owed().withDisputeDebt(share.negated()));
    }
}
