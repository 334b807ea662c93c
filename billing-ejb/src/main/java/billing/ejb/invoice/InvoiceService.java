package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceLine;
import billing.domain.invoice.Issuer;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows invoices and statements, none before it has its number. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class InvoiceService {
    @Inject
    InvoiceRepository invoices;

    @Inject
    IssuerSource issuers;

    /** The document with a number. */
    public Optional<Invoice> find(String number) {
        return invoices.find(number);
    }

    /** An account's documents, the last month first; a cursor that is none gives the first page. */
    public Page<Invoice> list(AccountId account, @Nullable String after, int limit) {
        return InvoiceRepository.page(invoices.before(account, Page.before(after), limit + 1), limit);
    }

    /** Invoices of anybody that were due and are not paid, the oldest first. */
    public List<Invoice> pastDue(int most) {
        return invoices.pastDue(most);
    }

    /** Those of an account, the oldest first. */
    public List<Invoice> pastDue(AccountId account) {
        return invoices.pastDue(account);
    }

    /** What is on its way, for operators. */
    public Backlog backlog() {
        return invoices.backlog();
    }

    /** What was used, by product and SKU. */
    public List<InvoiceLine> lines(Invoice invoice) {
        return invoices.lines(invoice.account(), invoice.month());
    }

    /** Who issued it. */
    public Issuer issuer(Invoice invoice) {
        return issuers.version(invoice.issuer());
    }
}
