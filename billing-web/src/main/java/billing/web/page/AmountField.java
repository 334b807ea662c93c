package billing.web.page;

import billing.domain.money.Money;
import java.util.Optional;
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

    /** Reads an amount between two limits, in whole cents. */
    public static AmountField read(String typed, Money least, Money most, String currency) {
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
        Optional<Money> amount = Money.parse(text);
        if (text.startsWith("-") || amount.isPresent() && amount.get().isLessThan(least)) {
            return wrong("amount.tooSmall", Formats.money(least, currency));
        }
        return amount.filter(money -> !money.isMoreThan(most))
                .map(money -> new AmountField(money, null))
                .orElseGet(() -> wrong("amount.tooLarge", Formats.money(most, currency)));
    }

    private static int decimals(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? 0 : text.length() - dot - 1;
    }

    private static AmountField wrong(String key, Object... arguments) {
        return new AmountField(null, Messages.text(key, arguments));
    }
}
