package billing.web.invoice;

import billing.domain.invoice.Invoice;
import billing.web.account.MeBacking;
import billing.web.api.Csv;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The lines of a document as a table to keep. */
@WebServlet({"/settings/invoices/csv", "/operator/invoices/csv"})
public class InvoiceCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MeBacking me;

    @Inject
    private transient InvoiceSheets sheets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Invoice> invoice = sheets.find(request.getParameter("number"), me::maySee);
        if (invoice.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(Csv.TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + invoice.get().number() + ".csv\"");
        response.getWriter().write(InvoiceCsv.of(sheets.sheet(invoice.get())));
    }
}
