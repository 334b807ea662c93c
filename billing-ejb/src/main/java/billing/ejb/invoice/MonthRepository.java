package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.InvoiceKind;
import billing.ejb.ledger.ClosedMonth;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The documents of closed months, as they are written. PostgreSQL takes many as arrays in one statement; any other database
 * takes the same rows one after the other.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MonthRepository {
    /** What a month's entries come to. */
    private static final String SUMS = """
            COALESCE(SUM(e.amount) FILTER (WHERE e.kind = 'PURCHASE'), 0) AS bought,
            COALESCE(SUM(e.amount) FILTER (WHERE e.kind = 'FREE_GRANT'), 0) AS granted,
            COALESCE(SUM(CASE e.kind WHEN 'USAGE' THEN e.amount WHEN 'USAGE_CORRECTED' THEN -e.amount
              WHEN 'USAGE_CREDITED' THEN -e.amount END), 0) AS used""";

    private static final String COLUMNS = "INSERT INTO invoice (account, in_month, kind, status, first_seq, last_seq,"
            + " end_seq, last_batch, opening, bought, granted, other, usage_cost, closing, amount_due, rounding,"
            + " net_days, closed_at) ";
    /** A month begins where the one before has ended; the first one at the beginning. */
    private static final String BEGIN = "COALESCE(p.end_seq, 0), n.last_seq, n.end_seq, n.last_batch,"
            + " COALESCE(p.closing + p.amount_due + p.rounding, 0), 0, 0, 0, 0, n.closing, n.amount_due, n.rounding,"
            + " a.terms_net_days, ";

    private static final String ALL = COLUMNS + "SELECT n.account, n.in_month, n.kind, 'CLOSED', " + BEGIN
            + "CAST(? AS timestamp) FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " AS n (account, in_month, before, kind, last_seq, end_seq, last_batch, closing, amount_due, rounding)"
            + " JOIN billing_account a ON a.id = n.account"
            + " LEFT JOIN invoice p ON p.account = n.account AND p.in_month = n.before";

    /**
     * The same with sums and lines, in one statement, where usage is rolled up to the month's end. Tells of lines that lack. Each
     * account's rows are looked up by their keys, whatever the planner knows of tables that were empty yesterday.
     */
    private static final String WHOLE = """
            WITH i AS (%s
              SELECT n.account, n.in_month, n.kind,
                CASE WHEN n.last_batch > COALESCE((SELECT r.batch FROM usage_rolled r WHERE r.account = n.account), 0)
                  THEN 'CLOSED' ELSE 'DRAFT' END,
                p.end_seq, n.last_seq, n.end_seq, n.last_batch, p.opening, s.bought, s.granted,
                n.closing - p.opening - s.bought - s.granted + s.used, s.used, n.closing, n.amount_due, n.rounding,
                (SELECT a.terms_net_days FROM billing_account a WHERE a.id = n.account), CAST(? AS timestamp)
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS n (account, in_month, before, kind, last_seq, end_seq, last_batch, closing, amount_due, rounding)
              CROSS JOIN LATERAL (SELECT COALESCE(MAX(b.end_seq), 0) AS end_seq,
                  COALESCE(MAX(b.closing + b.amount_due + b.rounding), 0) AS opening
                FROM invoice b WHERE b.account = n.account AND b.in_month = n.before) p
              CROSS JOIN LATERAL (SELECT %s FROM ledger_entry e
                WHERE e.account = n.account AND e.seq > p.end_seq AND e.seq <= n.last_seq) s
              RETURNING account, in_month, status, usage_cost
            ), l AS (
              INSERT INTO invoice_line (account, in_month, sku_id, late, quantity, amount)
              SELECT d.account, d.recorded_month, d.sku_id, d.on_day < ?, SUM(d.quantity), SUM(d.amount)
              FROM i JOIN usage_day d ON d.account = i.account AND d.facet = 'SKU' AND d.recorded_month = i.in_month
              WHERE i.status = 'DRAFT'
              GROUP BY 1, 2, 3, 4
              RETURNING account, in_month, amount
            )
            SELECT t.account, t.in_month FROM (
              SELECT account, in_month, amount FROM l
              UNION ALL SELECT account, in_month, -usage_cost FROM i WHERE status = 'DRAFT') t
            GROUP BY t.account, t.in_month HAVING SUM(t.amount) <> 0
            """.formatted(COLUMNS, SUMS);

    private static final String ONE = COLUMNS + "SELECT n.account, n.in_month, n.kind, 'CLOSED', " + BEGIN
            + "CAST(? AS TIMESTAMP(6)) FROM (VALUES (CAST(? AS BIGINT), CAST(? AS INTEGER), CAST(? AS INTEGER),"
            + " CAST(? AS VARCHAR(12)), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT),"
            + " CAST(? AS BIGINT), CAST(? AS BIGINT)))"
            + " AS n (account, in_month, before, kind, last_seq, end_seq, last_batch, closing, amount_due, rounding)"
            + " JOIN billing_account a ON a.id = n.account"
            + " LEFT JOIN invoice p ON p.account = n.account AND p.in_month = n.before";

    private static final String WRITE_ALL = """
            UPDATE invoice i SET status = 'DRAFT', bought = s.bought, granted = s.granted, usage_cost = s.used,
              other = i.closing - i.opening - s.bought - s.granted + s.used
            FROM (SELECT k.account, k.in_month,
                %s
              FROM unnest(?, ?) AS u (account, in_month)
              JOIN invoice k ON k.account = u.account AND k.in_month = u.in_month AND k.status = 'CLOSED'
              LEFT JOIN ledger_entry e ON e.account = k.account AND e.seq > k.first_seq AND e.seq <= k.last_seq
              GROUP BY k.account, k.in_month) s
            WHERE i.account = s.account AND i.in_month = s.in_month
            """.formatted(SUMS);
    private static final String LINES_ALL = """
            INSERT INTO invoice_line (account, in_month, sku_id, late, quantity, amount)
            SELECT d.account, d.recorded_month, d.sku_id, d.on_day < u.begins, SUM(d.quantity), SUM(d.amount)
            FROM unnest(?, ?) AS k (account, in_month)
            CROSS JOIN LATERAL (SELECT make_date(CAST(k.in_month / 100 AS INTEGER), CAST(k.in_month % 100 AS INTEGER), 1)
              AS begins) u
            JOIN usage_day d ON d.account = k.account AND d.facet = 'SKU' AND d.recorded_month = k.in_month
            GROUP BY d.account, d.recorded_month, d.sku_id, d.on_day < u.begins
            ON CONFLICT DO NOTHING
            """;

    private static final String UNEQUAL_ALL = """
            SELECT i.account, i.in_month FROM unnest(?, ?) AS k (account, in_month)
            JOIN invoice i ON i.account = k.account AND i.in_month = k.in_month
            LEFT JOIN invoice_line l ON l.account = i.account AND l.in_month = i.in_month
            GROUP BY i.account, i.in_month, i.usage_cost HAVING COALESCE(SUM(l.amount), 0) <> i.usage_cost
            """;
    private static final String UNEQUAL = "SELECT i.account, i.in_month FROM invoice i WHERE i.account = ?"
            + " AND i.in_month = ? AND i.usage_cost <> (SELECT COALESCE(SUM(l.amount), 0) FROM invoice_line l"
            + " WHERE l.account = i.account AND l.in_month = i.in_month)";
    private static final String SUM = "(SELECT COALESCE(SUM(CASE %s END), 0) FROM ledger_entry e WHERE e.account ="
            + " i.account AND e.seq > i.first_seq AND e.seq <= i.last_seq)";
    private static final String BOUGHT = SUM.formatted("WHEN e.kind = 'PURCHASE' THEN e.amount");
    private static final String GRANTED = SUM.formatted("WHEN e.kind = 'FREE_GRANT' THEN e.amount");
    private static final String USED = SUM.formatted("WHEN e.kind = 'USAGE' THEN e.amount"
            + " WHEN e.kind IN ('USAGE_CORRECTED', 'USAGE_CREDITED') THEN -e.amount");
    private static final String WRITE = "UPDATE invoice i SET status = 'DRAFT', bought = " + BOUGHT + ", granted = "
            + GRANTED + ", usage_cost = " + USED + ", other = i.closing - i.opening - " + BOUGHT + " - " + GRANTED
            + " + " + USED + " WHERE i.account = ? AND i.in_month = ?";
    private static final String INSERT_LINES =
            "INSERT INTO invoice_line (account, in_month, sku_id, late, quantity, amount) SELECT u.account,"
                    + " u.in_month, u.sku_id, u.late, SUM(u.quantity), SUM(u.amount) FROM (SELECT ";
    private static final String EACH_LINE = ") u GROUP BY u.account, u.in_month, u.sku_id, u.late";
    private static final String LINES = INSERT_LINES + "d.account, d.recorded_month AS in_month, d.sku_id,"
            + " CASE WHEN d.on_day < CAST(? AS DATE) THEN TRUE ELSE FALSE END AS late, d.quantity, d.amount"
            + " FROM usage_day d WHERE d.account = ? AND d.facet = 'SKU' AND d.recorded_month = ?" + EACH_LINE;
    private static final String LINES_FROM_EVENTS = INSERT_LINES + "e.account, i.in_month, e.sku_id,"
            + " CASE WHEN e.occurred_at < ? THEN TRUE ELSE FALSE END AS late, e.quantity, e.amount"
            + " FROM invoice i JOIN usage_event e ON e.account = i.account WHERE i.account = ? AND i.in_month = ?"
            + " AND e.batch <= i.last_batch AND e.batch > COALESCE((SELECT p.last_batch FROM invoice p"
            + " WHERE p.account = i.account AND p.in_month = ?), 0)" + EACH_LINE;

    /** A closed month of an account. */
    public record Key(AccountId account, YearMonth month) {}

    @Inject
    Database database;

    /** Writes down months that were closed just now; each follows the one before. */
    void add(List<ClosedMonth> months, Instant now) {
        new TreeMap<>(months.stream().collect(Collectors.groupingBy(ClosedMonth::month)))
                .values()
                .forEach(same -> addSame(same, now));
    }

    private void addSame(List<ClosedMonth> months, Instant now) {
        if (!database.takesArrays()) {
            months.forEach(month -> add(month, now));
            return;
        }
        database.update(ALL, values(months, now).toArray());
    }

    /**
     * Writes down a month that was closed just now, of many accounts, with sums and lines, where usage is summed up to its end.
     *
     * @return those whose lines don't come to what the books say was used
     */
    List<Key> addWhole(List<ClosedMonth> months, Instant now) {
        if (!database.takesArrays()) {
            add(months, now);
            return List.of();
        }
        List<Object> values = values(months, now);
        values.add(months.get(0).month().atDay(1));
        return database.list(WHOLE, MonthRepository::key, values.toArray());
    }

    private static List<Object> values(List<ClosedMonth> months, Instant now) {
        return new ArrayList<>(List.of(
                now,
                SqlArrays.numbers(months, month -> month.account().value()),
                SqlArrays.numbers(months, month -> InvoiceRepository.column(month.month())),
                SqlArrays.numbers(months, MonthRepository::before),
                SqlArrays.texts(months, month -> kind(month).name()),
                SqlArrays.numbers(months, ClosedMonth::lastSeq),
                SqlArrays.numbers(months, ClosedMonth::endSeq),
                SqlArrays.numbers(months, ClosedMonth::lastBatch),
                SqlArrays.numbers(months, month -> month.closing().nanos()),
                SqlArrays.numbers(months, month -> month.amountDue().nanos()),
                SqlArrays.numbers(months, month -> month.rounding().nanos())));
    }

    private void add(ClosedMonth month, Instant now) {
        database.update(
                ONE,
                now,
                month.account(),
                InvoiceRepository.column(month.month()),
                before(month),
                kind(month),
                month.lastSeq(),
                month.endSeq(),
                month.lastBatch(),
                month.closing(),
                month.amountDue(),
                month.rounding());
    }

    private static int before(ClosedMonth month) {
        return InvoiceRepository.column(month.month().minusMonths(1));
    }

    private static InvoiceKind kind(ClosedMonth month) {
        return month.postpaid() ? InvoiceKind.INVOICE : InvoiceKind.STATEMENT;
    }

    /** Months whose documents are to be written, the oldest first. */
    List<Key> closed(int most) {
        return database.list(
                "SELECT account, in_month FROM invoice WHERE status = 'CLOSED' ORDER BY in_month, account"
                        + " FETCH FIRST ? ROWS ONLY",
                MonthRepository::key,
                most);
    }

    /** Those of an account whose documents are to be written. */
    List<Key> closed(AccountId account) {
        return database.list(
                "SELECT account, in_month FROM invoice WHERE account = ? AND status = 'CLOSED' ORDER BY in_month",
                MonthRepository::key,
                account);
    }

    boolean anyClosed() {
        return !closed(1).isEmpty();
    }

    /** Accounts of these whose usage is not rolled up to the end of the month. */
    List<AccountId> behind(List<Key> keys) {
        if (!database.takesArrays()) {
            return keys.stream().map(Key::account).distinct().toList();
        }
        return database.list(
                "SELECT DISTINCT i.account FROM unnest(?, ?) AS k (account, in_month) JOIN invoice i"
                        + " ON i.account = k.account AND i.in_month = k.in_month"
                        + " LEFT JOIN usage_rolled r ON r.account = i.account"
                        + " WHERE i.last_batch > COALESCE(r.batch, 0)",
                row -> new AccountId(row.getLong("account")),
                accounts(keys),
                months(keys));
    }

    /** Locks those of them that are still to be written: another node may be at it. */
    List<Key> lock(List<Key> keys) {
        if (!database.takesArrays()) {
            return keys.stream().filter(this::lock).toList();
        }
        return database.list(
                "SELECT i.account, i.in_month FROM unnest(?, ?) AS k (account, in_month) JOIN invoice i"
                        + " ON i.account = k.account AND i.in_month = k.in_month WHERE i.status = 'CLOSED'"
                        + " ORDER BY i.account, i.in_month FOR UPDATE OF i",
                MonthRepository::key,
                accounts(keys),
                months(keys));
    }

    private boolean lock(Key key) {
        return database.one(
                        "SELECT account FROM invoice WHERE account = ? AND in_month = ? AND status = 'CLOSED' FOR UPDATE",
                        row -> row.getLong("account"),
                        key.account(),
                        InvoiceRepository.column(key.month()))
                .isPresent();
    }

    /** Writes sums and lines: from then on these are drafts. */
    void write(List<Key> keys) {
        if (database.takesArrays()) {
            database.update(WRITE_ALL, accounts(keys), months(keys));
            database.update(LINES_ALL, accounts(keys), months(keys));
        } else {
            keys.forEach(this::write);
        }
    }

    private void write(Key key) {
        int month = InvoiceRepository.column(key.month());
        database.update(WRITE, key.account(), month);
        database.update(LINES, beginOf(key.month()), key.account(), month);
    }

    /** Of these, the ones whose lines don't come to what the books say was used. */
    List<Key> unequal(List<Key> keys) {
        if (keys.isEmpty()) {
            return keys;
        }
        if (database.takesArrays()) {
            return database.list(UNEQUAL_ALL, MonthRepository::key, accounts(keys), months(keys));
        }
        return keys.stream()
                .filter(key -> !database.list(
                                UNEQUAL, MonthRepository::key, key.account(), InvoiceRepository.column(key.month()))
                        .isEmpty())
                .toList();
    }

    /** Writes the lines anew, from each event of the month. */
    void writeFromEvents(Key key) {
        int month = InvoiceRepository.column(key.month());
        database.update("DELETE FROM invoice_line WHERE account = ? AND in_month = ?", key.account(), month);
        database.update(
                LINES_FROM_EVENTS,
                beginOf(key.month()),
                key.account(),
                month,
                InvoiceRepository.column(key.month().minusMonths(1)));
    }

    private static Instant beginOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Object accounts(List<Key> keys) {
        return SqlArrays.numbers(keys, key -> key.account().value());
    }

    private static Object months(List<Key> keys) {
        return SqlArrays.numbers(keys, key -> InvoiceRepository.column(key.month()));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(new AccountId(row.getLong("account")), InvoiceRepository.month(row.getInt("in_month")));
    }
}
