package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.ejb.invoice.MonthRepository.Key;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;

/** The transactions in which closed months become drafts: their sums from the books, their lines from the usage. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class DocumentSteps {
    private static final Logger LOG = System.getLogger(DocumentSteps.class.getName());
    private static final int MOST = 1_000;

    @Inject
    MonthRepository months;

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
        writeLocked(months.lock(months.closed(List.of(account))));
    }

    /** Writes the documents of accounts whose usage is summed up, in the transaction that has closed their months. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void writeRolledUp(List<AccountId> accounts) {
        List<Key> keys = months.closed(accounts);
        Set<AccountId> behind = Set.copyOf(months.behind(keys));
        writeLocked(keys.stream().filter(key -> !behind.contains(key.account())).toList());
    }

    private void writeLocked(List<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        months.write(keys);
        List<Key> unequal = months.unequal(keys);
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
