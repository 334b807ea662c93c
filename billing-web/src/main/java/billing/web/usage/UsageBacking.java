package billing.web.usage;

import billing.domain.money.Money;
import billing.domain.usage.Product;
import billing.ejb.runtime.Configuration;
import billing.ejb.usage.MonthSpend;
import billing.ejb.usage.UsageDimension;
import billing.ejb.usage.UsageQuery;
import billing.ejb.usage.UsageReportService;
import billing.ejb.usage.UsageRow;
import billing.web.account.MeBacking;
import billing.web.page.Messages;
import billing.web.page.Quantities;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page {@code /settings/usage}: a month's usage by day and product, and what it was for. */
@Named("usage")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class UsageBacking {
    /** More are summed up in one line; the CSV has them all. */
    static final int LINES = 50;

    private static final int MOST_DAYS = 31 * Product.values().length;

    private YearMonth month;
    private YearMonth now;
    private YearMonth first;
    private UsageDimension by;
    private List<UsageRow> days;
    private Money total;
    private long events;
    private MonthSpend recorded;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private UsageReportService service;

    @Inject
    private Configuration configuration;

    @Inject
    private InstantSource clock;

    @PostConstruct
    void load() {
        now = PageMonth.of(clock.instant());
        month = PageMonth.read(request.getParameter("month"), clock.instant());
        first = service.firstDay(me.accountId()).map(YearMonth::from).orElse(now);
        by = by(request.getParameter("by"));
        days = service.rows(query(month, EnumSet.of(UsageDimension.DAY, UsageDimension.PRODUCT), MOST_DAYS));
        total = days.stream().map(UsageRow::amount).reduce(Money.ZERO, Money::plus);
        events = days.stream().mapToLong(UsageRow::events).sum();
        recorded = service.spent(me.accountId(), month);
    }

    /** What a page can break usage down by; SKUs unless the address says otherwise. */
    static UsageDimension by(@Nullable String name) {
        return UsageDimension.LABELS.stream()
                .filter(label -> UsageJson.name(label).equals(name))
                .findFirst()
                .orElse(UsageDimension.SKU);
    }

    /** What a breakdown is grouped by: a SKU's product is shown with it. */
    static EnumSet<UsageDimension> groups(UsageDimension by) {
        return by == UsageDimension.SKU ? EnumSet.of(UsageDimension.PRODUCT, UsageDimension.SKU) : EnumSet.of(by);
    }

    private UsageQuery query(YearMonth of, EnumSet<UsageDimension> groups, int limit) {
        return new UsageQuery(me.accountId(), PageMonth.start(of), PageMonth.start(of.plusMonths(1)), groups, limit);
    }

    /** The breakdown, what cost most first; behind the last line what there is no room for. */
    public List<UsageLine> getLines() {
        List<UsageRow> rows = service.rows(query(month, groups(by), LINES + 1));
        List<UsageLine> lines =
                rows.stream().limit(LINES).map(this::line).collect(Collectors.toCollection(ArrayList::new));
        if (rows.size() > LINES) {
            lines.add(others(lines));
        }
        return lines;
    }

    private UsageLine line(UsageRow row) {
        String value = row.label(by);
        return new UsageLine(
                value == null ? Messages.text("usage.without." + by) : shown(value),
                hint(row),
                UsageEventsBacking.link(month, by, value),
                row.amount(),
                UsageLine.percent(row.amount(), total),
                row.events());
    }

    private static String shown(String label) {
        return label.isBlank() ? Messages.text("usage.blank") : label;
    }

    private static String hint(UsageRow row) {
        if (row.product() == null) {
            return "";
        }
        return Messages.text(
                "usage.line.hint",
                Messages.of("product", row.product()),
                Quantities.shown(row.quantity()),
                Objects.requireNonNullElse(row.unit(), ""));
    }

    private UsageLine others(List<UsageLine> shown) {
        Money rest = shown.stream().map(UsageLine::amount).reduce(total, Money::minus);
        long its = shown.stream().mapToLong(UsageLine::events).reduce(events, (all, some) -> all - some);
        return new UsageLine(Messages.text("usage.others"), "", null, rest, UsageLine.percent(rest, total), its);
    }

    /** The bars, as SVG. */
    public String getChart() {
        return new UsageChart(month, configuration.currency(), days).svg();
    }

    /** What each product came to, in the order of the bars' parts. */
    public List<Map.Entry<Product, Money>> getProducts() {
        Map<Product, Money> sums = new TreeMap<>();
        days.forEach(row -> sums.merge(Objects.requireNonNull(row.product()), row.amount(), Money::plus));
        return List.copyOf(sums.entrySet());
    }

    /** The figures behind the bars, for each day with usage. */
    public List<UsageDay> getFigures() {
        Map<LocalDate, List<UsageRow>> byDay = days.stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.day()), TreeMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> figures(day.getKey(), day.getValue()))
                .toList();
    }

    private UsageDay figures(LocalDate day, List<UsageRow> rows) {
        List<@Nullable Money> amounts = new ArrayList<>();
        getProducts().forEach(product -> amounts.add(amount(rows, product.getKey())));
        return new UsageDay(day, amounts, rows.stream().map(UsageRow::amount).reduce(Money.ZERO, Money::plus));
    }

    private static @Nullable Money amount(List<UsageRow> rows, Product product) {
        return rows.stream()
                .filter(row -> row.product() == product)
                .map(UsageRow::amount)
                .findFirst()
                .orElse(null);
    }

    public boolean isUnused() {
        return days.isEmpty();
    }

    public Money getTotal() {
        return total;
    }

    public long getEvents() {
        return events;
    }

    /** What of the month's entries was used before it began. */
    public Money getLate() {
        return recorded.late();
    }

    /** What the month's usage entries come to. */
    public Money getDebited() {
        return recorded.total();
    }

    public YearMonth getMonth() {
        return month;
    }

    public String getMonthName() {
        return PageMonth.name(month);
    }

    public String nameOf(YearMonth any) {
        return PageMonth.name(any);
    }

    /** All months from the first with usage, newest first, and the one that is shown. */
    public List<YearMonth> getMonths() {
        List<YearMonth> all =
                PageMonth.between(first.isAfter(month) ? month : first, now.isBefore(month) ? month : now);
        return all;
    }

    public @Nullable YearMonth getEarlier() {
        return month.isAfter(first) ? month.minusMonths(1) : null;
    }

    public @Nullable YearMonth getLater() {
        return month.isBefore(now) ? month.plusMonths(1) : null;
    }

    public UsageDimension getBy() {
        return by;
    }

    /** What the address calls it. */
    public String getByName() {
        return UsageJson.name(by);
    }

    public String paramOf(UsageDimension dimension) {
        return UsageJson.name(dimension);
    }

    /** What can be broken down by. */
    public List<UsageDimension> getChoices() {
        return List.of(UsageDimension.SKU, UsageDimension.PROJECT, UsageDimension.API_KEY, UsageDimension.MODEL);
    }
}
