package billing.web.invoice;

import billing.web.account.MeBacking;
import billing.web.page.AddressFilter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document that a page's address names, read once for all that the page tells of it. */
@RequestScoped
public class ShownInvoice {
    private @Nullable InvoiceSheet sheet;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private InvoiceSheets sheets;

    @PostConstruct
    void load() {
        sheet = sheets.find((String) request.getAttribute(AddressFilter.ID), me::maySee)
                .map(sheets::sheet)
                .orElse(null);
    }

    /** Empty if there is none, or none for whoever looks. */
    Optional<InvoiceSheet> find() {
        return Optional.ofNullable(sheet);
    }

    /** For who knows that there is one. */
    InvoiceSheet get() {
        return Objects.requireNonNull(sheet);
    }
}
