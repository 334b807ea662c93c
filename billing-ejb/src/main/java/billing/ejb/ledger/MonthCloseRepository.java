package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.Entry;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The tables of the books, as months are closed. PostgreSQL takes many accounts as arrays in one statement; any other database
 * takes the same rows one after the other.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MonthCloseRepository {
    private static final String BALANCES = """
            UPDATE ledger_balance b SET debt = u.debt, epoch = u.epoch, seq = u.seq, head = u.head,
              receivable = u.receivable, open_month = u.open_month, postpaid_debt = u.postpaid_debt
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
              AS u (account, debt, epoch, seq, head, receivable, open_month, postpaid_debt)
            WHERE b.account = u.account
            """;

    private static final String IN_SPAN = " WHERE open_month = ? AND account > ? AND account <= ? ORDER BY account";

    @Inject
    Database database;

    @Inject
    LedgerRepository ledger;

    @Inject
    BatchRepository batches;

    /** The month that the account furthest behind is in; empty if there is no account. */
    Optional<Integer> earliest() {
        return database.one("SELECT MIN(open_month) AS open_month FROM ledger_balance", row -> row.getInt("open_month"))
                .filter(month -> month > 0 && month < OpenMonth.NEVER);
    }

    /** How many accounts are in a month or before it. */
    long countUpTo(int month) {
        return database.one(
                        "SELECT COUNT(*) AS n FROM ledger_balance WHERE open_month <= ?",
                        row -> row.getLong("n"),
                        month)
                .orElse(0L);
    }

    /** The next accounts of a month. */
    Optional<AccountSpan> next(int month, long after, int most) {
        return database.one(
                        "SELECT COALESCE(MAX(n.account), 0) AS last FROM (SELECT account FROM ledger_balance"
                                + " WHERE open_month = ? AND account > ? ORDER BY account FETCH FIRST ? ROWS ONLY) n",
                        row -> row.getLong("last"),
                        month,
                        after,
                        most)
                .filter(last -> last > after)
                .map(last -> new AccountSpan(after, last));
    }

    /** Those of these accounts that are in a month. */
    List<AccountId> list(int month, AccountSpan accounts) {
        return database.list(
                "SELECT account FROM ledger_balance" + IN_SPAN,
                row -> new AccountId(row.getLong("account")),
                month,
                accounts.after(),
                accounts.last());
    }

    /** Those of these accounts that are in a month, locked. */
    List<BalanceRow> lock(int month, AccountSpan accounts) {
        return database.list(
                LedgerRepository.BALANCES + IN_SPAN + " FOR UPDATE",
                LedgerRepository::balanceRow,
                month,
                accounts.after(),
                accounts.last());
    }

    void write(Collection<MonthClose> closes) {
        List<BalanceRow> rows = closes.stream().map(MonthClose::after).toList();
        List<Entry> entries =
                closes.stream().flatMap(close -> close.entries().stream()).toList();
        if (!database.takesArrays()) {
            entries.forEach(ledger::insert);
            rows.forEach(ledger::save);
            return;
        }
        batches.insert(entries);
        database.update(
                BALANCES,
                SqlArrays.numbers(rows, row -> row.account().value()),
                SqlArrays.numbers(rows, row -> row.balance().debt().nanos()),
                SqlArrays.numbers(rows, row -> row.balance().epoch()),
                SqlArrays.numbers(rows, BalanceRow::seq),
                SqlArrays.texts(rows, BalanceRow::head),
                SqlArrays.numbers(rows, row -> row.owed().receivable().nanos()),
                SqlArrays.numbers(rows, row -> row.month().number()),
                SqlArrays.numbers(rows, row -> row.month().postpaidDebt().nanos()));
    }
}
