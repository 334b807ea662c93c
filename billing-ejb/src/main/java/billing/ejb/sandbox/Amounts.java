package billing.ejb.sandbox;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts of minor units as people read them. */
final class Amounts {
    private Amounts() {}

    /** For example {@code $25.00}. */
    static String text(long minorUnits, String currencyCode) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance(currencyCode.toUpperCase(Locale.ROOT)));
        return format.format(BigDecimal.valueOf(minorUnits, 2));
    }
}
