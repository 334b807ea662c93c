package billing.web.usage;

import billing.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A line of the breakdown.
 *
 * @param name what it is called
 * @param hint what else is said of it, empty if nothing
 * @param link the query that finds its events, null if there is none
 * @param percent of the whole; with one decimal, empty where the whole is nothing
 */
public record UsageLine(String name, String hint, @Nullable String link, Money amount, String percent, long events) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static String percent(Money part, Money whole) {
        if (!whole.isPositive()) {
            return "";
        }
        return BigDecimal.valueOf(part.nanos())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole.nanos()), 1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** How much of the whole it is, for a bar of 100 units. */
    public String width() {
        return percent.isEmpty() || percent.startsWith("-") ? "0" : percent;
    }
}
