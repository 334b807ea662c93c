package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.ejb.invoice.MonthRepository.Key;
import billing.ejb.ledger.ClosedMonth;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;

/** The transactions in which closed months become drafts: their sums from the books, their lines from the usage. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class DocumentSteps {
    private static final Logger LOG = System.getLogger(DocumentSteps.class.getName());
    private static final int MOST = 1_000;

    @Inject
    MonthRepository months;

    @Inject
    InstantSource clock;

    /** Months whose documents are to be written, at most 1,000. */
    public List<Key> closed() {
        return months.closed(MOST);
    }

    /** Accounts among these whose usage is not summed up far enough. */
    public List<AccountId> behind(List<Key> keys) {
        return months.behind(keys);
    }

    public void write(List<Key> keys) {
        writeLocked(months.lock(keys));
    }

    /** Writes what is closed of an account whose usage is summed up. */
    public void write(AccountId account) {
        writeLocked(months.lock(months.closed(account)));
    }

    /** Writes the documents of accounts whose usage is summed up, in the transaction that closes their month; notes the others. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void writeOut(List<ClosedMonth> closed) {
        mend(months.addWhole(closed, clock.instant()));
    }

    private void writeLocked(List<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        months.write(keys);
        mend(months.unequal(keys));
    }

    /** Where sums of days don't come to what the books say, each event is looked at. */
    private void mend(List<Key> unequal) {
        unequal.forEach(months::writeFromEvents);
        for (Key wrong : months.unequal(unequal)) {
            LOG.log(
                    Level.ERROR,
                    "BILL-0901 the lines of {0} in {1} do not come to what the books say was used",
                    wrong.account(),
                    wrong.month());
        }
    }
}
