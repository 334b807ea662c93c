package billing.web.invoice;

import billing.domain.invoice.Invoice;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How pages speak of documents. */
final class InvoiceWords {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private InvoiceWords() {}

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    static String tone(Invoice invoice) {
        return switch (invoice.status()) {
            case PAID -> "good";
            case PAST_DUE -> "bad";
            case ISSUED -> "ACTION_REQUIRED";
            default -> "plain";
        };
    }
}
