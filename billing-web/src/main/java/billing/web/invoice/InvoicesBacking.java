package billing.web.invoice;

import billing.domain.id.Page;
import billing.domain.invoice.Invoice;
import billing.ejb.invoice.InvoiceService;
import billing.web.account.MeBacking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The page {@code /settings/invoices}: all documents of the account. */
@Named("invoices")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class InvoicesBacking {
    private static final int ROWS = 24;

    private Page<Invoice> page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private InvoiceService service;

    @PostConstruct
    void load() {
        page = service.list(me.accountId(), request.getParameter("after"), ROWS);
    }

    public Page<Invoice> getPage() {
        return page;
    }

    public boolean isFirst() {
        return request.getParameter("after") == null;
    }

    /** What a document's month is called. */
    public String month(Invoice invoice) {
        return InvoiceWords.month(invoice.month());
    }

    /** How a document stands, as a badge says it. */
    public String tone(Invoice invoice) {
        return InvoiceWords.tone(invoice);
    }
}
