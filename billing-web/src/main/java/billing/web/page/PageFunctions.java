package billing.web.page;

import billing.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions of the taglib. Expressions hand over null for what is absent; it becomes an empty text. */
public final class PageFunctions {
    private PageFunctions() {}

    public static String money(@Nullable Money amount, String currency) {
        return amount == null ? "" : Formats.money(amount, currency);
    }

    public static String cents(@Nullable Money amount, String currency) {
        return amount == null ? "" : Formats.cents(amount, currency);
    }

    public static String spend(@Nullable Money amount, String currency) {
        return amount == null ? "" : Formats.spend(amount, currency);
    }

    /** A number of things. */
    public static String count(long number) {
        return Formats.count(number);
    }

    public static String change(@Nullable Money amount, String currency) {
        return amount == null ? "" : Formats.change(amount, currency);
    }

    public static String unitPrice(@Nullable BigDecimal price, String currency) {
        return price == null ? "" : Formats.unitPrice(price, currency);
    }

    public static String minute(@Nullable Instant time) {
        return time == null ? "" : Formats.minute(time);
    }

    public static String day(@Nullable Instant time) {
        return time == null ? "" : Formats.day(time);
    }

    /** A text with one argument in place. */
    public static String text(String key, Object argument) {
        return Messages.text(key, argument);
    }

    /** A text with two arguments in place. */
    public static String texts(String key, Object first, Object second) {
        return Messages.text(key, first, second);
    }

    /** An amount that is kept as a decimal text, as hidden fields do; empty if it is none. */
    public static String decimal(@Nullable String amount, String currency) {
        return Optional.ofNullable(amount)
                .flatMap(Money::parse)
                .map(money -> Formats.money(money, currency))
                .orElse("");
    }

    /** A payment method as people know it, from the brand and last four that a purchase keeps. */
    public static String method(String label) {
        int space = label.lastIndexOf(' ');
        return space < 0 ? label : Formats.method(label.substring(0, space), label.substring(space + 1));
    }

    /** What a value is called. */
    public static String named(String family, @Nullable Enum<?> value) {
        return value == null ? "" : Messages.of(family, value);
    }
}
