package billing.ejb.invoice;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import billing.domain.invoice.InvoiceDocument;
import billing.domain.invoice.PurchaseReceipt;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;

/** Puts documents on paper: as PDF, tagged, for archives, and where they are invoices readable by machines, too. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class PaperService {
    /** The PDF of an invoice, a statement or a credit note. */
    public byte[] of(InvoiceDocument document) {
        return Printer.print(new Paper(
                document.number(),
                InvoiceSheet.title(document),
                document.issuer().name(),
                document.issued(),
                InvoiceSheet.of(document),
                CrossIndustryInvoice.of(document).orElse(null)));
    }

    /** The PDF of a receipt. */
    public byte[] of(PurchaseReceipt receipt) {
        return Printer.print(new Paper(
                receipt.number(),
                ReceiptSheet.title(receipt),
                receipt.issuer().name(),
                receipt.paid(),
                ReceiptSheet.of(receipt),
                null));
    }
}
