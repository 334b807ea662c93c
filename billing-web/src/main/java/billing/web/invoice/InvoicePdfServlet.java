package billing.web.invoice;

import billing.domain.invoice.CreditNote;
import billing.domain.invoice.Invoice;
import billing.ejb.invoice.PaperService;
import billing.web.account.MeBacking;
import billing.web.api.Pdf;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A document on paper. */
@WebServlet({"/settings/invoices/pdf", "/operator/invoices/pdf"})
public class InvoicePdfServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MeBacking me;

    @Inject
    private transient InvoiceSheets sheets;

    @Inject
    private transient PaperService papers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CreditNote> note = sheets.note(request.getParameter("number"), me::maySee);
        if (note.isPresent()) {
            Pdf.send(papers.of(note.get()), note.get().number() + ".pdf", response);
            return;
        }
        Optional<Invoice> invoice = sheets.find(request.getParameter("number"), me::maySee);
        if (invoice.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Pdf.send(papers.of(invoice.get()), invoice.get().number() + ".pdf", response);
    }
}
