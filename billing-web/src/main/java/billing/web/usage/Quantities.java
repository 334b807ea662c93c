package billing.web.usage;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How quantities look on a page. */
final class Quantities {
    private Quantities() {}

    /** With all of its decimals. */
    static String shown(BigDecimal quantity) {
        return new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.US)).format(quantity);
    }
}
