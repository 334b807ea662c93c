package billing.ejb.usage;

import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads single usage events. They are found by their batch: an index by their time would cost each event more than it would
 * ever give.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UsageEventRepository {
    private static final String EVENT = "SELECT e.event_id, e.batch, s.code, s.product, s.unit, e.quantity, e.amount,"
            + " e.occurred_at, e.recorded_at, e.api_key, e.project, e.model, e.hold_id"
            + " FROM usage_event e JOIN sku s ON s.id = e.sku_id WHERE e.account = ? AND e.batch BETWEEN ? AND ?";
    private static final String STRETCH = "SELECT r.batch AS rolled, COALESCE(MIN(d.first_batch), 1) AS first_batch,"
            + " COALESCE(MAX(d.last_batch), 0) AS last_batch FROM usage_rolled r LEFT JOIN usage_day d"
            + " ON d.account = r.account AND d.facet = ?";
    private static final Duration ALMOST_A_DAY = Duration.ofDays(1).minusNanos(1);

    @Inject
    Database database;

    /** In which batches the events of a query can be. */
    Stretch stretch(UsageEventQuery query) {
        Optional<Map.Entry<UsageDimension, Optional<String>>> label =
                query.labels().entrySet().stream().findFirst();
        SqlText sql = new SqlText()
                .add(STRETCH, label.map(one -> one.getKey().name()).orElse("SKU"))
                .addIf(" AND d.on_day >= ?", dayOf(query.from()))
                .addIf(" AND d.on_day < ?", dayAfter(query.to()))
                .addIf(" AND d.sku_id = (SELECT s.id FROM sku s WHERE s.code = ?)", query.sku())
                .addIf(
                        " AND d.label = ?",
                        label.map(one -> stored(one.getValue())).orElse(null))
                .add(" WHERE r.account = ? GROUP BY r.batch", query.account());
        return database.one(sql.toString(), UsageEventRepository::stretch, sql.values())
                .orElse(Stretch.ANY);
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(row.getLong("rolled"), row.getLong("first_batch"), row.getLong("last_batch"));
    }

    /** As the days have it. */
    private static String stored(Optional<String> label) {
        return label.map(text -> "=" + text).orElse("");
    }

    /** The newest events of some batches, behind a cursor. */
    List<RecordedUsage> events(UsageEventQuery query, long first, long last, EventCursor after, int limit) {
        SqlText sql = new SqlText()
                .add(EVENT, query.account(), first, Math.min(last, after.batch()))
                .add(" AND (e.batch < ? OR e.event_id > ?)", after.batch(), after.event())
                .addIf(" AND e.occurred_at >= ?", query.from())
                .addIf(" AND e.occurred_at < ?", query.to())
                .addIf(" AND s.code = ?", query.sku());
        query.labels()
                .forEach((label, text) -> text.ifPresentOrElse(
                        value -> sql.add(" AND e." + label.column() + " = ?", value),
                        () -> sql.add(" AND e." + label.column() + " IS NULL")));
        sql.add(" ORDER BY e.batch DESC, e.event_id FETCH FIRST ? ROWS ONLY", limit);
        return database.list(sql.toString(), UsageEventRepository::event, sql.values());
    }

    private static RecordedUsage event(ResultSet row) throws SQLException {
        return new RecordedUsage(
                row.getString("event_id"),
                row.getLong("batch"),
                row.getString("code"),
                Product.valueOf(row.getString("product")),
                row.getString("unit"),
                row.getBigDecimal("quantity"),
                Database.money(row, "amount"),
                Database.instant(row, "occurred_at"),
                Database.instant(row, "recorded_at"),
                new Labels(row.getString("api_key"), row.getString("project"), row.getString("model")),
                row.getString("hold_id"));
    }

    private static @Nullable LocalDate dayOf(@Nullable Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static @Nullable LocalDate dayAfter(@Nullable Instant end) {
        return end == null ? null : dayOf(end.plus(ALMOST_A_DAY));
    }
}
