package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceKind;
import billing.domain.invoice.InvoiceLine;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.usage.Product;
import billing.domain.usage.Sku;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents that have a number, read from the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class InvoiceRepository {
    private static final String LINES =
            "SELECT s.id, s.code, s.product, s.unit, s.fractional, s.used, l.late, l.quantity, l.amount"
                    + " FROM invoice_line l JOIN sku s ON s.id = l.sku_id WHERE l.account = ? AND l.in_month = ?"
                    + " ORDER BY s.product, s.code, l.late";
    private static final int YEAR = 100;

    @Inject
    Database database;

    Optional<Invoice> find(String number) {
        return database.one("SELECT * FROM invoice WHERE number = ?", InvoiceRepository::invoice, number);
    }

    List<Invoice> before(AccountId account, long month, int most) {
        return database.list(
                "SELECT * FROM invoice WHERE account = ? AND in_month < ? AND number IS NOT NULL ORDER BY in_month DESC"
                        + " FETCH FIRST ? ROWS ONLY",
                InvoiceRepository::invoice,
                account,
                (int) Math.min(month, Integer.MAX_VALUE),
                most);
    }

    /** Invoices that nobody was told of, which several nodes may find. */
    List<Invoice> untold(int most) {
        return database.list(
                "SELECT * FROM invoice WHERE told = FALSE AND status IN ('ISSUED', 'PAST_DUE', 'PAID', 'VOID')"
                        + " ORDER BY in_month, account FETCH FIRST ? ROWS ONLY",
                InvoiceRepository::invoice,
                most);
    }

    /** Says whether nobody was faster. */
    boolean markTold(Invoice invoice) {
        return database.update(
                        "UPDATE invoice SET told = TRUE WHERE account = ? AND in_month = ? AND told = FALSE",
                        invoice.account(),
                        column(invoice.month()))
                == 1;
    }

    /** Those that were due and are not paid, the oldest month first. */
    List<Invoice> pastDue(int most) {
        return database.list(
                "SELECT * FROM invoice WHERE status = 'PAST_DUE' ORDER BY in_month, account FETCH FIRST ? ROWS ONLY",
                InvoiceRepository::invoice,
                most);
    }

    /** An account's that were due and are not paid, the oldest month first. */
    List<Invoice> pastDue(AccountId account) {
        return database.list(
                "SELECT * FROM invoice WHERE account = ? AND status = 'PAST_DUE' ORDER BY in_month",
                InvoiceRepository::invoice,
                account);
    }

    /** What is on its way. */
    Backlog backlog() {
        return new Backlog(
                count(InvoiceStatus.CLOSED), count(InvoiceStatus.DRAFT), oldest(), count(InvoiceStatus.PAST_DUE));
    }

    private long count(InvoiceStatus status) {
        return database.one("SELECT COUNT(*) AS n FROM invoice WHERE status = ?", row -> row.getLong("n"), status)
                .orElse(0L);
    }

    private @Nullable Instant oldest() {
        return database.one(
                        "SELECT MIN(closed_at) AS oldest FROM invoice WHERE status IN ('CLOSED', 'DRAFT')",
                        row -> Optional.ofNullable(Database.instantOrNull(row, "oldest")))
                .flatMap(oldest -> oldest)
                .orElse(null);
    }

    List<InvoiceLine> lines(AccountId account, YearMonth month) {
        return database.list(LINES, InvoiceRepository::line, account, column(month));
    }

    /** How a month stands in a column. */
    static int column(YearMonth month) {
        return month.getYear() * YEAR + month.getMonthValue();
    }

    /** The month that a column holds. */
    static YearMonth month(int column) {
        return YearMonth.of(column / YEAR, column % YEAR);
    }

    /** A row of the table, all of its columns. */
    static Invoice invoice(ResultSet row) throws SQLException {
        return new Invoice(
                new AccountId(row.getLong("account")),
                month(row.getInt("in_month")),
                InvoiceKind.valueOf(row.getString("kind")),
                InvoiceStatus.valueOf(row.getString("status")),
                row.getString("number"),
                Database.money(row, "opening"),
                Database.money(row, "bought"),
                Database.money(row, "granted"),
                Database.money(row, "other"),
                Database.money(row, "usage_cost"),
                Database.money(row, "closing"),
                Database.money(row, "amount_due"),
                Database.money(row, "rounding"),
                Database.money(row, "credited"),
                Database.money(row, "kept"),
                netDays(row),
                row.getInt("issuer"),
                row.getInt("buyer"),
                Objects.requireNonNullElse(row.getString("buyer_name"), ""),
                Database.instant(row, "closed_at"),
                Database.instantOrNull(row, "issued_at"),
                Database.instantOrNull(row, "due_at"),
                Database.instantOrNull(row, "paid_at"),
                row.getInt("tries"),
                row.getBoolean("suspends"),
                Database.instantOrNull(row, "step_at"));
    }

    private static @Nullable Integer netDays(ResultSet row) throws SQLException {
        int days = row.getInt("net_days");
        return row.wasNull() ? null : days;
    }

    private static InvoiceLine line(ResultSet row) throws SQLException {
        Sku sku = new Sku(
                row.getInt("id"),
                row.getString("code"),
                Product.valueOf(row.getString("product")),
                row.getString("unit"),
                row.getBoolean("fractional"),
                row.getBoolean("used"));
        return new InvoiceLine(
                sku, row.getBoolean("late"), row.getBigDecimal("quantity"), Database.money(row, "amount"));
    }

    /** The page of what was found, which goes on with the month of its last item. */
    static Page<Invoice> page(List<Invoice> oneMore, int limit) {
        return Page.of(oneMore, limit, last -> Integer.toString(column(last.month())));
    }
}
