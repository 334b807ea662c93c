package billing.ejb.ledger;

import billing.domain.id.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Closes the months of many accounts, as a month end does it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
@SuppressWarnings("NullAway.Init")
public class MonthService {
    @Inject
    MonthCloseRepository closing;

    @Inject
    Months months;

    /**
     * Closes the next accounts' month, which is over; those before it are closed already.
     *
     * @param after the account that the call before ended with, 0 at first
     * @return the last of them and how many they were; empty if there were none
     */
    public Optional<Closed> closeNext(YearMonth month, long after, int most) {
        List<BalanceRow> rows = closing.lockNext(OpenMonth.number(month), after, most);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        months.closeWhole(rows, OpenMonth.number(month.plusMonths(1)));
        List<AccountId> accounts = rows.stream().map(BalanceRow::account).toList();
        return Optional.of(new Closed(accounts));
    }

    /** Accounts whose months were closed, in their order. */
    public record Closed(List<AccountId> accounts) {
        public long last() {
            return accounts.get(accounts.size() - 1).value();
        }
    }

    /** Closes the running month of an account, whose last it is; all its debt is invoiced. */
    public void closeLast(AccountId account) {
        months.closeLast(months.lock(account));
    }

    /** The month that the account furthest behind is in. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<YearMonth> earliestOpen() {
        return closing.earliest().map(OpenMonth::month);
    }

    /** The next accounts that have a month to be closed. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<AccountId> next(YearMonth month, long after, int most) {
        return closing.next(OpenMonth.number(month), after, most);
    }

    /** How many accounts have a month to be closed. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long left(YearMonth month) {
        return closing.countUpTo(OpenMonth.number(month));
    }
}
