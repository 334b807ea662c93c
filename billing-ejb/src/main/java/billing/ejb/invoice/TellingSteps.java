package billing.ejb.invoice;

import billing.domain.invoice.Invoice;
import billing.ejb.account.ContactService;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import billing.ejb.notice.Phrase;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** The transactions that write mails about invoices: that it was told and the mails commit together. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class TellingSteps {
    @Inject
    InvoiceRepository invoices;

    @Inject
    ContactService contacts;

    /**
     * Tells of invoices that nobody was told of.
     *
     * @return how many there were
     */
    public int tell(int most) {
        List<Invoice> untold = invoices.untold(most);
        untold.stream().filter(invoices::markTold).forEach(this::tell);
        return untold.size();
    }

    private void tell(Invoice invoice) {
        String number = Objects.requireNonNull(invoice.number());
        contacts.tell(
                invoice.account(),
                new Mail(
                        MailKind.INVOICE_ISSUED,
                        List.of(number, invoice.month(), due(invoice)),
                        "/invoices/" + number,
                        number));
    }

    private static Phrase due(Invoice invoice) {
        if (!invoice.amountDue().isPositive()) {
            return new Phrase("INVOICE_ISSUED.nothing", List.of());
        }
        return new Phrase("INVOICE_ISSUED.due", List.of(invoice.amountDue(), Objects.requireNonNull(invoice.dueAt())));
    }
}
