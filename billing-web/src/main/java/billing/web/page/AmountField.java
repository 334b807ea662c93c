package billing.web.page;

import billing.domain.money.Money;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as somebody typed it.
 *
 * @param amount null if it is none that can be bought
 * @param error what is wrong with it, in words; null if nothing is
 */
public record AmountField(@Nullable Money amount, @Nullable String error) {
    /** Digits, and cents behind a dot; a currency sign in front is what people paste. */
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)?");

    private static final int DECIMALS = 2;
    private static final Money LARGEST = Money.of("9000000000.00");

    /** Reads an amount between two limits, in whole cents. */
    public static AmountField read(String typed, Money least, Money most, String currency) {
        AmountField read = read(typed);
        if (read.amount() == null) {
            return read;
        }
        if (read.amount().isNegative() || read.amount().isLessThan(least)) {
            return wrong("amount.tooSmall", Formats.money(least, currency));
        }
        return read.amount().isMoreThan(most) ? wrong("amount.tooLarge", Formats.money(most, currency)) : read;
    }

    /** Reads an amount in whole cents, for whoever knows its limits. What can't be counted is as large as can be. */
    public static AmountField read(String typed) {
        String text = typed.strip().replaceFirst("^\\$\\s*", "");
        if (text.isEmpty()) {
            return wrong("amount.missing");
        }
        if (!AMOUNT.matcher(text).matches()) {
            return wrong("amount.malformed");
        }
        if (decimals(text) > DECIMALS) {
            return wrong("amount.tooFine");
        }
        return new AmountField(Money.parse(text).orElse(text.startsWith("-") ? LARGEST.negated() : LARGEST), null);
    }

    private static int decimals(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? 0 : text.length() - dot - 1;
    }

    private static AmountField wrong(String key, Object... arguments) {
        return new AmountField(null, Messages.text(key, arguments));
    }
}
