package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.InvoiceKind;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are drawn, and documents that are stamped with them. PostgreSQL takes many as arrays in one statement; any other
 * database takes the same rows one after the other.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class StampRepository {
    private static final String ISSUER = "house";
    private static final String ALL_DRAFTS =
            "SELECT account, in_month, kind, amount_due, usage_cost, net_days FROM invoice WHERE status = 'DRAFT'";
    private static final String DRAFTS = ALL_DRAFTS + " ORDER BY in_month, account FETCH FIRST ? ROWS ONLY";

    /** Whoever issues it now, and whoever is the buyer now, does and is for ever. */
    private static final String PARTIES = "issuer = ?,"
            + " buyer = COALESCE((SELECT MAX(d.version) FROM billing_details d WHERE d.account = invoice.account), 0),"
            + " buyer_name = (SELECT a.name FROM billing_account a WHERE a.id = invoice.account)";

    private static final String STAMP = "UPDATE invoice SET number = ?, status = ?, issued_at = ?, due_at = ?,"
            + " paid_at = ?, step_at = ?, told = ?, " + PARTIES
            + " WHERE account = ? AND in_month = ? AND status = 'DRAFT'";

    /** What happened at no time came as 0. */
    private static final String STAMP_ALL = """
            UPDATE invoice SET number = u.number, status = u.status, issued_at = u.issued_at, due_at = u.due_at,
              paid_at = u.paid_at, step_at = u.step_at, told = u.told = 1, %s
            FROM (SELECT account, in_month, number, status, told,
                timestamp 'epoch' + issued * interval '1 microsecond' AS issued_at,
                timestamp 'epoch' + NULLIF(due, 0) * interval '1 microsecond' AS due_at,
                timestamp 'epoch' + NULLIF(paid, 0) * interval '1 microsecond' AS paid_at,
                timestamp 'epoch' + NULLIF(step, 0) * interval '1 microsecond' AS step_at
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS t (account, in_month, number, status, told, issued, due, paid, step)) u
            WHERE invoice.account = u.account AND invoice.in_month = u.in_month AND invoice.status = 'DRAFT'
            """.formatted(PARTIES);

    @Inject
    Database database;

    /** Makes the caller the only one who draws numbers until the transaction ends. */
    void lock() {
        boolean locked = database.one(
                        "SELECT drawn FROM invoice_counter WHERE issuer = ? AND series = 'LOCK' AND in_year = 0 FOR UPDATE",
                        row -> row.getLong("drawn"),
                        ISSUER)
                .isPresent();
        if (!locked) {
            throw new IllegalStateException("the counter of invoice numbers has no row to lock");
        }
    }

    /** The number of the last document of a series in a year. */
    long drawn(String series, int year) {
        return database.one(
                        "SELECT drawn FROM invoice_counter WHERE issuer = ? AND series = ? AND in_year = ?",
                        row -> row.getLong("drawn"),
                        ISSUER,
                        series,
                        year)
                .orElse(0L);
    }

    void draw(String series, int year, long last) {
        int known = database.update(
                "UPDATE invoice_counter SET drawn = ? WHERE issuer = ? AND series = ? AND in_year = ?",
                last,
                ISSUER,
                series,
                year);
        if (known == 0) {
            database.update(
                    "INSERT INTO invoice_counter (drawn, issuer, series, in_year) VALUES (?, ?, ?, ?)",
                    last,
                    ISSUER,
                    series,
                    year);
        }
    }

    /** Documents that wait for their numbers, in the order in which they get them. */
    List<Draft> drafts(int most) {
        return database.list(DRAFTS, StampRepository::draft, most);
    }

    /** Those of one account. */
    List<Draft> drafts(AccountId account) {
        return database.list(ALL_DRAFTS + " AND account = ? ORDER BY in_month", StampRepository::draft, account);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        int days = row.getInt("net_days");
        return new Draft(
                new AccountId(row.getLong("account")),
                row.getInt("in_month"),
                InvoiceKind.valueOf(row.getString("kind")),
                Database.money(row, "amount_due"),
                Database.money(row, "usage_cost"),
                row.getObject("net_days") == null ? null : days);
    }

    /** Stamps drafts as documents of a version of the issuer; says how many. */
    int stamp(List<Stamp> stamps, int issuer) {
        if (!database.takesArrays()) {
            return stamps.stream().mapToInt(stamp -> stamp(stamp, issuer)).sum();
        }
        return database.update(
                STAMP_ALL,
                issuer,
                SqlArrays.numbers(stamps, stamp -> stamp.draft().account().value()),
                SqlArrays.numbers(stamps, stamp -> stamp.draft().month()),
                SqlArrays.texts(stamps, stamp -> stamp.number().toString()),
                SqlArrays.texts(stamps, stamp -> stamp.status().name()),
                SqlArrays.numbers(stamps, stamp -> stamp.isSilent() ? 1 : 0),
                SqlArrays.numbers(stamps, stamp -> micros(stamp.issuedAt())),
                SqlArrays.numbers(stamps, stamp -> micros(stamp.dueAt())),
                SqlArrays.numbers(stamps, stamp -> micros(stamp.paidAt())),
                SqlArrays.numbers(stamps, stamp -> micros(stamp.stepAt())));
    }

    private static long micros(@Nullable Instant time) {
        return time == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private int stamp(Stamp stamp, int issuer) {
        return database.update(
                STAMP,
                stamp.number().toString(),
                stamp.status(),
                stamp.issuedAt(),
                stamp.dueAt(),
                stamp.paidAt(),
                stamp.stepAt(),
                stamp.isSilent(),
                issuer,
                stamp.draft().account(),
                stamp.draft().month());
    }
}
