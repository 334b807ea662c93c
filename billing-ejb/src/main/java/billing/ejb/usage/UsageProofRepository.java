package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads what is compared in pieces, because a single statement has only seconds. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UsageProofRepository {
    private static final String SUMS_OF_BATCHES = "SELECT batch, SUM(amount) AS amount FROM usage_event"
            + " WHERE account = ? AND batch > ? AND batch <= ? GROUP BY batch";
    private static final String ENTRIES = "SELECT seq, cause_id,"
            + " CASE WHEN kind IN ('USAGE_CORRECTED', 'USAGE_CREDITED', 'LATE_USAGE_CORRECTED') THEN -amount ELSE amount END"
            + " AS amount FROM ledger_entry"
            + " WHERE account = ? AND seq > ? AND cause_type = 'USAGE_BATCH' ORDER BY seq FETCH FIRST ? ROWS ONLY";
    private static final String CELLS = "SELECT w.facet, w.on_day, w.recorded_month, w.sku_id, w.label,"
            + " SUM(w.quantity) AS quantity, SUM(w.amount) AS amount, SUM(w.events) AS events FROM (";
    private static final String OF_EVENTS = CELLS
            + UsageRollupRepository.facets("e.account = ? AND e.batch > ? AND e.batch <= ?")
            + ") w GROUP BY w.facet, w.on_day, w.recorded_month, w.sku_id, w.label";
    private static final String OF_DAYS =
            "SELECT facet, on_day, recorded_month, sku_id, label, quantity, amount, events"
                    + " FROM usage_day WHERE account = ?";
    private static final String ROLLED =
            "SELECT COALESCE(MAX(r.batch), 0) AS rolled FROM usage_rolled r WHERE r.account = ?";
    private static final String AHEAD =
            "SELECT r.batch FROM usage_rolled r JOIN ledger_balance b ON b.account = r.account"
                    + " WHERE r.account = ? AND r.batch > b.batches";

    @Inject
    Database database;

    /** What a batch comes to: its events, or its entry. */
    record BatchSum(long seq, long batch, BigDecimal nanos) {}

    /** Which sum of a day. */
    record Cell(String facet, LocalDate day, int recordedMonth, int sku, String label) {}

    /** A sum of a day, with what it counts. */
    record CellSum(Cell cell, BigDecimal quantity, BigDecimal nanos, BigDecimal events) {
        CellSum plus(CellSum more) {
            return new CellSum(cell, quantity.add(more.quantity), nanos.add(more.nanos), events.add(more.events));
        }

        CellSum negated() {
            return new CellSum(cell, quantity.negate(), nanos.negate(), events.negate());
        }

        boolean isNothing() {
            return quantity.signum() == 0 && nanos.signum() == 0 && events.signum() == 0;
        }
    }

    List<BatchSum> sumsOfBatches(AccountId account, long after, long last) {
        return database.list(
                SUMS_OF_BATCHES,
                row -> new BatchSum(0, row.getLong("batch"), row.getBigDecimal("amount")),
                account,
                after,
                last);
    }

    /** The next entries that were made for usage, in their order. */
    List<BatchSum> entries(AccountId account, long afterSeq, int limit) {
        return database.list(
                ENTRIES,
                row -> new BatchSum(row.getLong("seq"), batch(row.getString("cause_id")), row.getBigDecimal("amount")),
                account,
                afterSeq,
                limit);
    }

    /** An entry's batch; 0, which no events have, where its cause is none that the product writes. */
    private static long batch(String cause) {
        return cause.matches("bat_\\d{1,18}") ? Long.parseLong(cause.substring(4)) : 0;
    }

    List<CellSum> cellsOfEvents(AccountId account, long after, long last) {
        return database.list(OF_EVENTS, UsageProofRepository::cell, account, after, last);
    }

    List<CellSum> cellsOfDays(AccountId account) {
        return database.list(OF_DAYS, UsageProofRepository::cell, account);
    }

    private static CellSum cell(ResultSet row) throws SQLException {
        Cell cell = new Cell(
                row.getString("facet"),
                row.getObject("on_day", LocalDate.class),
                row.getInt("recorded_month"),
                row.getInt("sku_id"),
                row.getString("label"));
        return new CellSum(
                cell, row.getBigDecimal("quantity"), row.getBigDecimal("amount"), row.getBigDecimal("events"));
    }

    long rolled(AccountId account) {
        return database.one(ROLLED, row -> row.getLong("rolled"), account).orElse(0L);
    }

    /** How far the account is rolled up beyond its newest batch; empty as it should be. */
    List<Long> ahead(AccountId account) {
        return database.list(AHEAD, row -> row.getLong("batch"), account);
    }
}
