package billing.ejb.ledger;

import billing.domain.ledger.Cause;
import billing.domain.ledger.CreditGrant;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Keeps credits of one grant from being spent, gives them back, or gives them up: the books' side of disputes. Whoever calls
 * it has locked the balance and knows that the cause is new.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
@SuppressWarnings("NullAway.Init")
public class FreezeService {
    @Inject
    LedgerRepository ledger;

    @Inject
    LedgerService books;

    @Inject
    BalanceWatch watch;

    @Inject
    Months months;

    /** Freezes credits that are left of a grant, also where open holds cover them: a bank does not ask. */
    public void freeze(Transfer transfer, Cause grantedFor) {
        BalanceRow row = months.lock(transfer.account());
        CreditGrant grant = ledger.grant(transfer.account(), grantedFor).orElseThrow();
        Entry entry = row.nextEntry(transfer);
        ledger.insert(entry);
        ledger.use(row.account(), entry.seq(), grant.id(), transfer.amount());
        save(row.after(entry)
                .with(grant.kind(), transfer.amount().negated())
                .with(row.owed().withFrozen(transfer.amount())));
    }

    /** Gives frozen credits back to the grant that they are of; they pay debt first. */
    public void thaw(Transfer transfer, Cause grantedFor) {
        unfreeze(months.lock(transfer.account()), transfer.amount());
        books.putBack(transfer, grantedFor);
    }

    private void unfreeze(BalanceRow row, Money amount) {
        ledger.save(row.with(row.owed().withFrozen(amount.negated())));
    }

    /** Frozen credits are gone. */
    public void lose(Transfer transfer) {
        BalanceRow row = months.lock(transfer.account());
        Entry entry = row.nextEntry(transfer);
        ledger.insert(entry);
        save(row.after(entry).with(row.owed().withFrozen(transfer.amount().negated())));
    }

    /** What was spent is gone, too: it is owed from now on. Nobody pays for a closed account, so there it is the house's loss. */
    public void oweSpent(Transfer transfer) {
        BalanceRow row = months.lock(transfer.account());
        Entry entry = row.nextEntry(row.closed() ? transfer.as(EntryKind.LATE_DISPUTE) : transfer);
        ledger.insert(entry);
        Money owed = row.closed() ? Money.ZERO : transfer.amount();
        save(row.after(entry).with(row.owed().withDisputeDebt(owed)));
    }

    private void save(BalanceRow row) {
        ledger.save(row);
        watch.saved(row);
    }
}
