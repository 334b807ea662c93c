package billing.web.usage;

import billing.domain.money.Money;
import billing.domain.usage.Product;
import billing.ejb.usage.UsageRow;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A month's usage as bars by day, stacked by product: an SVG without script and without style of its own, which the style
 * sheet paints. Products differ by pattern, not by colour alone.
 */
final class UsageChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 240;
    private static final int TOP = 24;
    private static final int BOTTOM = 212;
    private static final int LABEL = 234;
    private static final BigDecimal PLOT = BigDecimal.valueOf(BOTTOM - TOP);
    private static final List<BigDecimal> LINES = List.of(BigDecimal.ONE, new BigDecimal("0.5"));
    private static final List<BigDecimal> STEPS = List.of(
            BigDecimal.ONE,
            new BigDecimal("2"),
            new BigDecimal("4"),
            new BigDecimal("6"),
            new BigDecimal("8"),
            BigDecimal.TEN);
    private static final Map<Product, String> MARKS = Map.of(
            Product.API_REQUEST, "",
            Product.DEDICATED_ENDPOINT, "M-2 2 2 -2M0 8 8 0M6 10 10 6",
            Product.FINE_TUNING, "M2 2h2v2h-2zM6 6h2v2h-2z",
            Product.EVALUATION, "M0 2h8M0 6h8",
            Product.OTHER, "M0 4h8M4 0v8");

    private final YearMonth month;
    private final String currency;
    private final Map<LocalDate, Map<Product, Money>> days = new TreeMap<>();

    UsageChart(YearMonth month, String currency, List<UsageRow> rows) {
        this.month = month;
        this.currency = currency;
        rows.forEach(row -> {
            if (row.day() != null && row.product() != null) {
                days.computeIfAbsent(row.day(), day -> new EnumMap<>(Product.class))
                        .put(row.product(), row.amount());
            }
        });
    }

    /** The picture; its words are ours alone, so that nothing of a label's can get in. */
    String svg() {
        BigDecimal most = ceiling(days.values().stream()
                .map(UsageChart::height)
                .max(Comparator.naturalOrder())
                .orElse(Money.ZERO));
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"chart\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" role=\"img\" aria-labelledby=\"chart-title chart-desc\">")
                .append("<title id=\"chart-title\">")
                .append(title())
                .append("</title>")
                .append("<desc id=\"chart-desc\">")
                .append(description())
                .append("</desc>")
                .append(patterns());
        LINES.forEach(part -> svg.append("<path class=\"line\" d=\"M0 " + y(part) + "H" + WIDTH + "\"/>"));
        svg.append("<path class=\"base\" d=\"M0 " + BOTTOM + "H" + WIDTH + "\"/>");
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            bar(svg, day, most);
        }
        LINES.forEach(part -> svg.append(tick(most, part)));
        return svg.append("</svg>").toString();
    }

    private String title() {
        return Messages.text("usage.chart.title", PageMonth.name(month));
    }

    private String description() {
        return days.entrySet().stream()
                .max(Comparator.comparing(day -> height(day.getValue())))
                .map(day -> Messages.text(
                        "usage.chart.desc", Formats.day(PageDay.start(day.getKey())), cents(height(day.getValue()))))
                .orElseGet(() -> Messages.text("usage.none"));
    }

    /** One for each product; legends use them, too. */
    private static String patterns() {
        StringBuilder defs = new StringBuilder("<defs>");
        for (Product product : Product.values()) {
            defs.append("<pattern id=\"fill-")
                    .append(product)
                    .append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect class=\"fill ")
                    .append(product)
                    .append("\" width=\"8\" height=\"8\"/><path class=\"marks\" d=\"")
                    .append(MARKS.get(product))
                    .append("\"/></pattern>");
        }
        return defs.append("</defs>").toString();
    }

    private static String y(BigDecimal part) {
        return PLOT.multiply(BigDecimal.ONE.subtract(part))
                .add(BigDecimal.valueOf(TOP))
                .toPlainString();
    }

    /** What a line stands for; on top of the bars, so that none hides it. */
    private String tick(BigDecimal most, BigDecimal part) {
        Money amount = Money.ofNanos(most.multiply(part).longValue());
        return "<text class=\"tick\" y=\"" + y(part) + "\" dy=\"-4\">" + Formats.money(amount, currency) + "</text>";
    }

    private void bar(StringBuilder svg, int day, BigDecimal most) {
        BigDecimal column =
                BigDecimal.valueOf(WIDTH).divide(BigDecimal.valueOf(month.lengthOfMonth()), 2, RoundingMode.FLOOR);
        BigDecimal left = column.multiply(BigDecimal.valueOf(day - 1L));
        Map<Product, Money> products = days.getOrDefault(month.atDay(day), Map.of());
        if (!products.isEmpty()) {
            svg.append("<g><title>").append(told(day, products)).append("</title>");
            BigDecimal foot = BigDecimal.valueOf(BOTTOM);
            for (Map.Entry<Product, Money> part : products.entrySet()) {
                foot = segment(svg, part, left.add(column.multiply(new BigDecimal("0.15"))), column, foot, most);
            }
            svg.append("</g>");
        }
        String middle = left.add(column.movePointLeft(1).multiply(BigDecimal.valueOf(5)))
                .toPlainString();
        svg.append("<text class=\"day")
                .append(day % 7 == 1 ? " week" : "")
                .append("\" x=\"")
                .append(middle)
                .append("\" y=\"")
                .append(LABEL)
                .append("\">")
                .append(day)
                .append("</text>");
    }

    /** A part of a bar, on top of the one before; what was used at all can be seen. */
    private static BigDecimal segment(
            StringBuilder svg,
            Map.Entry<Product, Money> part,
            BigDecimal left,
            BigDecimal column,
            BigDecimal foot,
            BigDecimal most) {
        if (!part.getValue().isPositive()) {
            return foot;
        }
        BigDecimal height = BigDecimal.valueOf(part.getValue().nanos())
                .multiply(PLOT)
                .divide(most, 2, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ONE);
        BigDecimal top = foot.subtract(height);
        svg.append("<rect class=\"bar\" fill=\"url(#fill-")
                .append(part.getKey())
                .append(")\" x=\"")
                .append(left.toPlainString())
                .append("\" y=\"")
                .append(top.toPlainString())
                .append("\" width=\"")
                .append(column.multiply(new BigDecimal("0.7"))
                        .setScale(2, RoundingMode.FLOOR)
                        .toPlainString())
                .append("\" height=\"")
                .append(height.toPlainString())
                .append("\"/>");
        return top;
    }

    private String told(int day, Map<Product, Money> products) {
        StringBuilder text =
                new StringBuilder(Formats.day(PageDay.start(month.atDay(day))) + ": " + cents(height(products)));
        products.forEach((product, amount) -> text.append(", ")
                .append(Messages.of("product", product))
                .append(' ')
                .append(cents(amount)));
        return text.toString();
    }

    private String cents(Money amount) {
        return Formats.spend(amount, currency);
    }

    /** How high a bar is: corrections below zero can't be drawn, the table has them. */
    private static Money height(Map<Product, Money> products) {
        return products.values().stream().filter(Money::isPositive).reduce(Money.ZERO, Money::plus);
    }

    /** The next round figure, in nanos. */
    private static BigDecimal ceiling(Money most) {
        BigDecimal nanos = BigDecimal.valueOf(Math.max(1, most.nanos()));
        int power = nanos.precision() - 1;
        return STEPS.stream()
                .map(step -> step.scaleByPowerOfTen(power))
                .filter(step -> step.compareTo(nanos) >= 0)
                .findFirst()
                .orElseThrow();
    }
}
