package billing.web.invoice;

import billing.domain.id.Ids;
import billing.domain.invoice.Invoice;
import billing.ejb.invoice.InvoicePaymentService;
import billing.ejb.invoice.PayInvoice;
import billing.ejb.invoice.PayResult;
import billing.web.account.MeBacking;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Pays an invoice when its page's form is sent, and leads back to the page, which tells what came of it. */
@WebServlet("/settings/pay-invoice")
public class PayInvoiceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private MeBacking me;

    @Inject
    private InvoiceSheets sheets;

    @Inject
    private InvoicePaymentService payments;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!me.getRole().managesBilling()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Optional<Invoice> invoice = sheets.find(request.getParameter("invoice"), id -> id.equals(me.accountId()));
        if (invoice.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PayInvoice command = command(request, String.valueOf(invoice.get().number()));
        if (payments.pay(command) instanceof PayResult.Refused refused) {
            PageSession.tell(request, Messages.full("payRefusal", refused.reason()));
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/invoices/" + command.number());
    }

    private PayInvoice command(HttpServletRequest request, String number) {
        String form = Objects.requireNonNullElse(request.getParameter("form"), "");
        String requestId = Ids.derive(Ids.PURCHASE, me.accountId().toString(), "pay " + number, form);
        String method = Optional.ofNullable(request.getParameter("method"))
                .filter(id -> !id.isEmpty())
                .orElse(null);
        return new PayInvoice(number, requestId, method, me.getMember().id());
    }
}
