package billing.domain.invoice;

import billing.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on an invoice, a statement or a credit note: what was true when it was issued, and nothing that came to be
 * known later, such as whether it is paid. The same document is the same paper, byte for byte.
 *
 * @param month the month that it is about
 * @param due null if nothing is due
 * @param currency ISO 4217, upper case
 * @param lines positive is what was used, or on a credit note what is given back; a credit note may have none, and then its
 *     amount due is its only line
 * @param usage the sum of the lines, of an invoice or statement
 * @param amountDue whole cents; on a credit note what is given back
 * @param rounding what was added to the balance, or taken, so that whole cents are due
 * @param corrects the invoice that a credit note is about, else null
 * @param remark why, in the words of who wrote the credit note, else null
 */
public record InvoiceDocument(
        DocumentKind kind,
        String number,
        YearMonth month,
        LocalDate issued,
        @Nullable LocalDate due,
        Issuer issuer,
        Buyer buyer,
        String currency,
        List<InvoiceLine> lines,
        Money opening,
        Money bought,
        Money granted,
        Money other,
        Money usage,
        Money closing,
        Money amountDue,
        Money rounding,
        @Nullable Corrected corrects,
        @Nullable String remark) {
    public InvoiceDocument {
        lines = List.copyOf(lines);
    }

    /** An invoice that is corrected. */
    public record Corrected(String number, LocalDate issued) {}
}
