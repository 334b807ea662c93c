package billing.web.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How quantities look on a page. */
public final class Quantities {
    private Quantities() {}

    /** With all of its decimals. */
    public static String shown(BigDecimal quantity) {
        return new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.US)).format(quantity);
    }
}
