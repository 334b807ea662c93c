package billing.web.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.CreditNote;
import billing.domain.invoice.Invoice;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.invoice.BillingDetailsService;
import billing.ejb.invoice.CreditNoteService;
import billing.ejb.invoice.InvoicePaymentService;
import billing.ejb.invoice.InvoiceService;
import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds documents by the number in an address, for those who may see them. */
@RequestScoped
public class InvoiceSheets {
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,3}-\\d{4}-\\d{6,12}");

    @Inject
    InvoiceService invoices;

    @Inject
    CreditNoteService notes;

    @Inject
    BillingDetailsService details;

    @Inject
    InvoicePaymentService payments;

    @Inject
    Configuration configuration;

    /**
     * A document.
     *
     * @param mayAct whether an account's documents may be seen
     * @return empty also for one that may not be seen: nobody learns that it exists
     */
    public Optional<Invoice> find(@Nullable String number, Predicate<AccountId> mayAct) {
        return Optional.ofNullable(number)
                .filter(text -> NUMBER.matcher(text).matches())
                .flatMap(invoices::find)
                .filter(invoice -> mayAct.test(invoice.account()));
    }

    /** A credit note, found the same way. */
    public Optional<CreditNote> note(@Nullable String number, Predicate<AccountId> mayAct) {
        return Optional.ofNullable(number)
                .filter(text -> NUMBER.matcher(text).matches())
                .flatMap(notes::find)
                .filter(note -> mayAct.test(note.account()));
    }

    /** With all that is told of it. */
    public InvoiceSheet sheet(Invoice invoice) {
        return InvoiceSheet.of(
                invoice,
                invoices.lines(invoice),
                invoices.issuer(invoice),
                details.version(invoice.account(), invoice.buyer()),
                invoice.amountDue().isPositive() ? newestPayment(invoice) : null,
                configuration.publicUrl() + "/invoices/" + invoice.number());
    }

    private @Nullable CreditPurchase newestPayment(Invoice invoice) {
        return payments.payments(String.valueOf(invoice.number())).stream()
                .findFirst()
                .orElse(null);
    }
}
