package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.Invoice;
import billing.ejb.usage.UsageRollupService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The last documents of an account: they are not waited for until a month ends. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class FinalInvoiceService {
    @Inject
    UsageRollupService usage;

    @Inject
    DocumentSteps documents;

    @Inject
    StampSteps stamps;

    @Inject
    CollectionRepository collection;

    @Inject
    InvoiceRepository invoices;

    /** Writes and numbers at once what is closed of an account. What a crash leaves of it, due work does as at each month's end. */
    public void issue(AccountId account) {
        usage.rollUp(account);
        documents.write(account);
        stamps.stamp(account);
    }

    /** The invoices that an account has to pay, oldest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Invoice> unpaid(AccountId account) {
        return collection.open(account).stream()
                .flatMap(number -> invoices.find(number).stream())
                .toList();
    }
}
