package billing.ejb.invoice;

import billing.domain.invoice.CreditNote;
import billing.domain.invoice.Invoice;
import billing.domain.money.Money;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Corrects invoices, which never change, by documents that take something back. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class CreditNoteService {
    @Inject
    CreditNoteRepository notes;

    @Inject
    CreditNoteSteps steps;

    /** Issues a credit note, once for each id. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CreditNoteResult issue(IssueCreditNote command) {
        return steps.issue(command);
    }

    public Optional<CreditNote> find(String number) {
        return notes.find(number);
    }

    /** How much of an invoice can be taken back. */
    public Money creditable(Invoice invoice) {
        return notes.left(invoice);
    }

    /** The credit notes of an invoice, oldest first. */
    public List<CreditNote> of(Invoice invoice) {
        return notes.of(Objects.requireNonNull(invoice.number()));
    }
}
