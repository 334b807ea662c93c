package billing.ejb.invoice;

import billing.domain.invoice.DocumentKind;
import billing.domain.invoice.InvoiceDocument;
import billing.domain.invoice.InvoiceLine;
import billing.domain.invoice.VatCategory;
import billing.domain.money.Money;
import billing.domain.usage.Product;
import billing.ejb.notice.AmountText;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of documents. */
final class PaperTexts {
    private static final ResourceBundle PAPER =
            ResourceBundle.getBundle("billing.ejb.invoice.paper", Locale.ROOT, PaperTexts.class.getClassLoader());

    /** What pages say, too. */
    private static final ResourceBundle SHARED =
            ResourceBundle.getBundle("billing.domain.words", Locale.ROOT, Money.class.getClassLoader());

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private PaperTexts() {}

    static String text(String key, Object... words) {
        return new MessageFormat(PAPER.getString(key), Locale.ENGLISH).format(words);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Whole cents, with the currency's sign. */
    static String amount(Money amount, String currency) {
        return AmountText.of(amount, currency);
    }

    static String name(Product product) {
        return SHARED.getString("product." + product.name());
    }

    static String reason(VatCategory tax) {
        return text("tax." + tax.name());
    }

    /** A quantity with all its digits and its unit. */
    static String quantity(InvoiceLine line) {
        return text("quantity", digits(line.quantity()), line.sku().unit());
    }

    private static String digits(BigDecimal quantity) {
        return new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.US))
                .format(quantity)
                .replace('-', '\u2212');
    }

    /** A line in more words: how much of what, and whether it came late. */
    static String description(InvoiceLine line, YearMonth month) {
        return line.late() ? quantity(line) + ". " + late(month) : quantity(line);
    }

    static String late(YearMonth month) {
        return text("late", month(month));
    }

    /** The line for what is due beyond the usage. */
    static String carried(InvoiceDocument document) {
        if (document.kind() != DocumentKind.CREDIT_NOTE) {
            return text("carried");
        }
        InvoiceDocument.@Nullable Corrected corrects = document.corrects();
        return corrects == null ? text("credited.plain") : text("credited", corrects.number());
    }

    /** What happens next about the amount due. */
    static String next(InvoiceDocument document) {
        InvoiceDocument.@Nullable Corrected corrects = document.corrects();
        if (document.kind() == DocumentKind.CREDIT_NOTE) {
            return corrects == null
                    ? text("headline.credited.plain")
                    : text("headline.credited.text", corrects.number(), day(corrects.issued()));
        }
        @Nullable LocalDate due = document.due();
        return due == null ? text("headline.payable.text") : text("headline.due.text", day(due));
    }
}
