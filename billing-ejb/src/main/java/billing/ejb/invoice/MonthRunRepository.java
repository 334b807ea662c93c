package billing.ejb.invoice;

import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The runs of month ends. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MonthRunRepository {
    private static final String ALL = "SELECT in_month, started_at, finished_at, done, worked_ms,"
            + " CASE WHEN finished_at IS NULL THEN (SELECT COUNT(*) FROM ledger_balance b WHERE b.open_month <="
            + " r.in_month) ELSE 0 END AS unclosed,"
            + " CASE WHEN finished_at IS NULL THEN (SELECT COUNT(*) FROM invoice i WHERE i.in_month = r.in_month)"
            + " ELSE accounts END AS closed_ones FROM month_run r";

    @Inject
    Database database;

    /** Begins a run, unless it has begun. */
    void begin(YearMonth month, Instant now) {
        if (find(month).isEmpty()) {
            database.update(
                    "INSERT INTO month_run (in_month, started_at, accounts, done, worked_ms) VALUES (?, ?, 0, 0, 0)",
                    InvoiceRepository.column(month),
                    now);
        }
    }

    /** Notes that some were closed. */
    void progress(YearMonth month, long done, Duration worked) {
        database.update(
                "UPDATE month_run SET done = done + ?, worked_ms = worked_ms + ?, finished_at = NULL WHERE in_month = ?",
                done,
                worked.toMillis(),
                InvoiceRepository.column(month));
    }

    /** Notes that none is left, in this month and all before it; the first time counts. */
    void finish(YearMonth month, Instant now) {
        database.update(
                "UPDATE month_run SET finished_at = ?, accounts = (SELECT COUNT(*) FROM invoice i"
                        + " WHERE i.in_month = month_run.in_month) WHERE in_month <= ? AND finished_at IS NULL",
                now,
                InvoiceRepository.column(month));
    }

    Optional<MonthRun> find(YearMonth month) {
        return database.one(ALL + " WHERE r.in_month = ?", MonthRunRepository::run, InvoiceRepository.column(month));
    }

    /** The last ones, newest first. */
    List<MonthRun> before(int month, int most) {
        return database.list(
                ALL + " WHERE r.in_month < ? ORDER BY r.in_month DESC FETCH FIRST ? ROWS ONLY",
                MonthRunRepository::run,
                month,
                most);
    }

    private static MonthRun run(ResultSet row) throws SQLException {
        long left = row.getLong("unclosed");
        return new MonthRun(
                InvoiceRepository.month(row.getInt("in_month")),
                Database.instant(row, "started_at"),
                Database.instantOrNull(row, "finished_at"),
                row.getLong("closed_ones") + left,
                row.getLong("done"),
                left,
                Duration.ofMillis(row.getLong("worked_ms")));
    }
}
