package billing.ejb.notice;

import billing.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** An amount as people read it, in mails and in what they agree to. */
public final class AmountText {
    private static final int CENT_SCALE = 2;

    private AmountText() {}

    /** In whole cents, rounded down: a balance never looks like more than it is. */
    public static String of(Money amount, String currency) {
        BigDecimal cents = BigDecimal.valueOf(amount.toCents(RoundingMode.FLOOR), CENT_SCALE);
        String digits = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.US)).format(cents.abs());
        String symbol = Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getSymbol(Locale.US);
        return (cents.signum() < 0 ? "\u2212" : "") + symbol + digits;
    }
}
