package billing.web.invoice;

import billing.domain.invoice.BillingDetails;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceLine;
import billing.domain.invoice.Issuer;
import billing.domain.money.CentShares;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.web.page.Quantities;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A document with all that is told of it.
 *
 * @param lines rounded so that they sum to the total
 * @param issuer as it was when the document was issued
 * @param buyer as it was when the document was issued
 * @param payment the newest try to pay it; null if there was none
 * @param page where it is seen
 */
public record InvoiceSheet(
        Invoice invoice,
        List<Line> lines,
        Issuer issuer,
        BillingDetails buyer,
        @Nullable CreditPurchase payment,
        String page) {
    /**
     * A line.
     *
     * @param rounded whole cents
     */
    public record Line(InvoiceLine exact, Money rounded) {
        /** How much of it, as a page shows it. */
        public String shown() {
            return Quantities.shown(exact.quantity());
        }

        /** How much of it, without the zeros that the database fills up with. */
        public String quantity() {
            return exact.quantity().signum() == 0
                    ? "0"
                    : exact.quantity().stripTrailingZeros().toPlainString();
        }
    }

    /** Whether a payment is under way, so that no other is made. */
    boolean isBeingPaid() {
        return payment != null && payment.status().isOpen();
    }

    /** While the owner's approval is awaited: the bank's page, or ours, which leads there. */
    @Nullable
    String actionUrl() {
        if (payment == null) {
            return null;
        }
        return payment.awaitsOwner()
                ? page
                : payment.actionUrl().map(URI::toString).orElse(null);
    }

    static InvoiceSheet of(
            Invoice invoice,
            List<InvoiceLine> lines,
            Issuer issuer,
            BillingDetails buyer,
            @Nullable CreditPurchase payment,
            String page) {
        List<Money> cents =
                CentShares.of(lines.stream().map(InvoiceLine::amount).toList());
        List<Line> rounded = IntStream.range(0, lines.size())
                .mapToObj(i -> new Line(lines.get(i), cents.get(i)))
                .toList();
        return new InvoiceSheet(invoice, rounded, issuer, buyer, payment, page);
    }
}
