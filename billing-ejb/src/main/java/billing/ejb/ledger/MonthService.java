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
     * Closes these accounts' month, which is over; those before it are closed already.
     *
     * @return how many were still in it
     */
    public int close(YearMonth month, AccountSpan accounts) {
        List<BalanceRow> rows = closing.lock(OpenMonth.number(month), accounts);
        if (!rows.isEmpty()) {
            months.closeWhole(rows, OpenMonth.number(month.plusMonths(1)));
        }
        return rows.size();
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

    /**
     * The next accounts that have a month to be closed.
     *
     * @param after the last account of those before, 0 at first
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<AccountSpan> next(YearMonth month, long after, int most) {
        return closing.next(OpenMonth.number(month), after, most);
    }

    /** Those of these accounts that have a month to be closed. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<AccountId> list(YearMonth month, AccountSpan accounts) {
        return closing.list(OpenMonth.number(month), accounts);
    }

    /** How many accounts have a month to be closed. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long left(YearMonth month) {
        return closing.countUpTo(OpenMonth.number(month));
    }
}
