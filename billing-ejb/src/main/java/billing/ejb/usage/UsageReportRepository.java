package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.usage.Product;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums of usage. Each is one statement over the days that are rolled up and the events that are not yet, so that it is exact
 * whatever the rollup does meanwhile.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UsageReportRepository {
    /**
     * The events that are not rolled up yet; takes the account three times. The newest batch bounds them so that PostgreSQL,
     * which knows neither number when it plans, expects few and uses the index. The join reads nothing (PostgreSQL drops it):
     * H2 fixes, when a statement begins, only the tables that stand in a FROM. How far is rolled up would else be newer than
     * the days, and what was just rolled up in neither.
     */
    private static final String BEHIND =
            " LEFT JOIN usage_rolled seen ON seen.account = e.account WHERE e.account = ? AND e.batch > COALESCE((SELECT r.batch FROM usage_rolled r WHERE r.account = ?), 0)"
                    + " AND e.batch <= (SELECT b.batches FROM ledger_balance b WHERE b.account = ?)";

    private static final String EVENTS =
            " SELECT CAST(e.occurred_at AS DATE) AS on_day, e.sku_id, e.api_key, e.project,"
                    + " e.model, e.quantity, e.amount, 1 AS events FROM usage_event e";
    private static final String SUMS =
            "MIN(s.unit) AS least_unit, MAX(s.unit) AS most_unit, SUM(u.quantity) AS quantity,"
                    + " SUM(u.amount) AS amount, COALESCE(SUM(u.events), 0) AS events";
    private static final String SPENT =
            "SELECT SUM(u.amount) AS total, SUM(CASE WHEN u.on_day < ? THEN u.amount END) AS late FROM (SELECT"
                    + " d.on_day, d.amount FROM usage_day d WHERE d.account = ? AND d.facet = 'SKU' AND d.on_day >= ? AND"
                    + " d.recorded_month = ? UNION ALL SELECT CAST(e.occurred_at AS DATE), e.amount FROM usage_event e"
                    + BEHIND + " AND e.recorded_at >= ? AND e.recorded_at < ?) u";
    private static final String FIRST_DAY = "SELECT MIN(u.on_day) AS on_day FROM (SELECT MIN(d.on_day) AS on_day FROM"
            + " usage_day d WHERE d.account = ? AND d.facet = 'SKU' UNION ALL SELECT CAST(MIN(e.occurred_at) AS DATE)"
            + " FROM usage_event e" + BEHIND + ") u";
    private static final String RECORDED = "SELECT s.product, SUM(u.amount) AS amount FROM (SELECT d.sku_id, d.amount"
            + " FROM usage_day d WHERE d.account = ? AND d.facet = 'RECORDED' AND d.on_day >= ? AND d.on_day < ?"
            + " UNION ALL SELECT e.sku_id, e.amount FROM usage_event e" + BEHIND
            + " AND e.recorded_at >= ? AND e.recorded_at < ?) u JOIN sku s ON s.id = u.sku_id GROUP BY s.product";
    private static final String IN_BATCHES = "SELECT s.product, SUM(e.amount) AS amount FROM usage_event e"
            + " JOIN sku s ON s.id = e.sku_id WHERE e.account = ? AND e.batch BETWEEN ? AND ? AND e.amount > 0"
            + " GROUP BY s.product";

    /** Longer than any acceptance window can be set, so that no late usage of a month is before it. */
    private static final int MONTHS_LATE = 24;

    @Inject
    Database database;

    /** Sums from the days: one label at most is asked for, and all days are whole. */
    List<UsageRow> rowsOfDays(UsageQuery query) {
        List<UsageDimension> labels = query.labels();
        String facet = labels.isEmpty() ? "SKU" : labels.get(0).name();
        SqlText sql = start(query).add("SELECT d.on_day, d.sku_id, ");
        UsageDimension.LABELS.forEach(label -> sql.add(labelOfDays(label, labels.contains(label))));
        sql.add("d.quantity, d.amount, d.events FROM usage_day d WHERE d.account = ? AND d.facet = ?")
                .add("", query.account(), facet)
                .addIf(" AND d.on_day >= ?", day(query.from()))
                .addIf(" AND d.on_day < ?", day(query.to()))
                .add(" UNION ALL" + EVENTS)
                .add(BEHIND, query.account(), query.account(), query.account());
        return rows(sql, query);
    }

    private static String labelOfDays(UsageDimension label, boolean wanted) {
        return wanted
                ? "CASE WHEN d.label = '' THEN NULL ELSE SUBSTRING(d.label FROM 2) END AS " + label.column() + ", "
                : "CAST(NULL AS VARCHAR(100)) AS " + label.column() + ", ";
    }

    /** Sums from the events; the days only tell in which batches they are. */
    List<UsageRow> rowsOfEvents(UsageQuery query, Stretch stretch) {
        SqlText sql = start(query)
                .add(EVENTS + " WHERE e.account = ?", query.account())
                .add(
                        " AND (e.batch BETWEEN ? AND ? OR e.batch > ?)",
                        stretch.first(),
                        stretch.last(),
                        stretch.rolled());
        return rows(sql, query);
    }

    private static SqlText start(UsageQuery query) {
        String columns =
                query.groups().stream().map(group -> group.in("u", "s") + ", ").collect(Collectors.joining());
        return new SqlText().add("SELECT " + columns + SUMS + " FROM (");
    }

    private List<UsageRow> rows(SqlText sql, UsageQuery query) {
        sql.addIf(" AND e.occurred_at >= ?", query.from())
                .addIf(" AND e.occurred_at < ?", query.to())
                .add(") u JOIN sku s ON s.id = u.sku_id" + order(query.groups()))
                .add(" FETCH FIRST ? ROWS ONLY", query.limit());
        return database.list(sql.toString(), row -> row(row, query.groups()), sql.values());
    }

    /** Days as they come, and in each what cost most first. */
    private static String order(Set<UsageDimension> groups) {
        if (groups.isEmpty()) {
            return "";
        }
        List<String> columns = groups.stream().map(group -> group.in("u", "s")).toList();
        String byDay = groups.contains(UsageDimension.DAY) ? "u.on_day, " : "";
        return " GROUP BY " + String.join(", ", columns) + " ORDER BY " + byDay + "SUM(u.amount) DESC, "
                + String.join(" NULLS LAST, ", columns) + " NULLS LAST";
    }

    private static UsageRow row(ResultSet row, Set<UsageDimension> groups) throws SQLException {
        String unit = row.getString("least_unit");
        return new UsageRow(
                groups.contains(UsageDimension.DAY) ? row.getObject("on_day", LocalDate.class) : null,
                groups.contains(UsageDimension.PRODUCT) ? Product.valueOf(row.getString("product")) : null,
                groups.contains(UsageDimension.SKU) ? row.getString("code") : null,
                groups.contains(UsageDimension.API_KEY) ? row.getString("api_key") : null,
                groups.contains(UsageDimension.PROJECT) ? row.getString("project") : null,
                groups.contains(UsageDimension.MODEL) ? row.getString("model") : null,
                unit != null && unit.equals(row.getString("most_unit")) ? unit : null,
                Optional.ofNullable(row.getBigDecimal("quantity")).orElse(BigDecimal.ZERO),
                money(row, "amount"),
                row.getLong("events"));
    }

    /** What was recorded in a month, and how much of it was used before. */
    MonthSpend spent(AccountId account, YearMonth month) {
        LocalDate first = month.atDay(1);
        return database.one(
                        SPENT,
                        row -> new MonthSpend(money(row, "total"), money(row, "late")),
                        first,
                        account,
                        first.minusMonths(MONTHS_LATE),
                        month.getYear() * 100 + month.getMonthValue(),
                        account,
                        account,
                        account,
                        midnight(first),
                        midnight(first.plusMonths(1)))
                .orElseThrow();
    }

    /** The first day with usage. */
    Optional<LocalDate> firstDay(AccountId account) {
        return database.one(
                        FIRST_DAY,
                        row -> Optional.ofNullable(row.getObject("on_day", LocalDate.class)),
                        account,
                        account,
                        account,
                        account)
                .flatMap(day -> day);
    }

    /** What was recorded on some days, corrections included. */
    Map<Product, Money> recorded(AccountId account, LocalDate from, LocalDate to) {
        return byProduct(RECORDED, account, from, to, account, account, account, midnight(from), midnight(to));
    }

    /** What the usage of some batches came to, without corrections. */
    Map<Product, Money> ofBatches(AccountId account, long first, long last) {
        return byProduct(IN_BATCHES, account, first, last);
    }

    private Map<Product, Money> byProduct(String sql, Object... values) {
        Map<Product, Money> sums = new EnumMap<>(Product.class);
        database.list(sql, row -> Map.entry(Product.valueOf(row.getString("product")), money(row, "amount")), values)
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
    }

    /** A sum, which the databases widen; of nothing it is null. */
    private static Money money(ResultSet row, String column) throws SQLException {
        BigDecimal nanos = row.getBigDecimal(column);
        return nanos == null ? Money.ZERO : Money.ofNanos(nanos.longValueExact());
    }

    private static @Nullable LocalDate day(@Nullable Instant midnight) {
        return midnight == null ? null : LocalDate.ofInstant(midnight, ZoneOffset.UTC);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
