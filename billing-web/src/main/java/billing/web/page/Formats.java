package billing.web.page;

import billing.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** How amounts and times look on a page: the same everywhere, in UTC. */
public final class Formats {
    private static final int NANO_SCALE = 9;
    private static final int CENT_SCALE = 2;
    private static final String MINUS = "\u2212";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Formats() {}

    /** The whole amount: at least two decimals, and as many of the nine as it has. */
    public static String money(Money amount, String currency) {
        return write(BigDecimal.valueOf(amount.nanos(), NANO_SCALE), currency, "#,##0.00#######");
    }

    /** What one unit costs: at least two decimals, and as many of the fifteen as it has. */
    public static String unitPrice(BigDecimal price, String currency) {
        return write(price, currency, "#,##0.00#############");
    }

    /** The amount in whole cents, rounded down: a balance never looks like more than it is. */
    public static String cents(Money amount, String currency) {
        BigDecimal cents = BigDecimal.valueOf(amount.toCents(RoundingMode.FLOOR), CENT_SCALE);
        return write(cents, currency, "#,##0.00");
    }

    /** The whole amount with its sign, for what came and went. */
    public static String change(Money amount, String currency) {
        String text = money(amount, currency);
        return amount.isPositive() ? "+" + text : text;
    }

    /** An amount that was spent, in cents, rounded half-even; below a cent in full, because it is not nothing. */
    public static String spend(Money amount, String currency) {
        BigDecimal cents = BigDecimal.valueOf(amount.toCents(RoundingMode.HALF_EVEN), CENT_SCALE);
        return cents.signum() == 0 ? money(amount, currency) : write(cents, currency, "#,##0.00");
    }

    /** A number of things, with commas. */
    public static String count(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.US)).format(number);
    }

    /** How long ago something was, in its largest whole unit. */
    public static String age(Duration age) {
        if (age.toDays() > 0) {
            return Messages.text("age.days", age.toDays());
        }
        return age.toHours() > 0
                ? Messages.text("age.hours", age.toHours())
                : Messages.text("age.minutes", Math.max(0, age.toMinutes()));
    }

    private static String write(BigDecimal amount, String currency, String pattern) {
        String digits = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US)).format(amount.abs());
        String symbol = Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getSymbol(Locale.US);
        return (amount.signum() < 0 ? MINUS : "") + symbol + digits;
    }

    /** A card or bank account as people know it. */
    public static String method(String brand, String last4) {
        String key = "brand." + brand.toLowerCase(Locale.ROOT);
        return Messages.text("methods.label", Messages.has(key) ? Messages.text(key) : brand, last4);
    }

    public static String minute(Instant time) {
        return MINUTE.format(time);
    }

    public static String day(Instant time) {
        return DAY.format(time);
    }
}
