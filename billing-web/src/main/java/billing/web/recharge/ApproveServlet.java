package billing.web.recharge;

import billing.domain.purchase.CreditPurchase;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.recharge.AuthorizationService;
import billing.web.account.MeBacking;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** Leads a member to the bank's page for a payment that waits for the owner. By POST only: it asks the bank for something. */
@WebServlet("/settings/approve")
public class ApproveServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private MeBacking me;

    @Inject
    private PurchaseService purchases;

    @Inject
    private AuthorizationService service;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!me.getRole().managesBilling()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String purchase = Objects.requireNonNullElse(request.getParameter("purchase"), "");
        Optional<CreditPurchase> ours = ours(purchase);
        if (ours.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<URI> bank = service.begin(me.accountId(), purchase);
        if (bank.isEmpty()) {
            PageSession.tell(request, Messages.text("approve.nowhere"));
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        String back = ours.flatMap(CreditPurchase::invoiceNumber)
                .map(number -> "/invoices/" + number)
                .orElse("/settings/billing#recharge");
        response.setHeader("Location", bank.map(URI::toString).orElse(request.getContextPath() + back));
    }

    private Optional<CreditPurchase> ours(String purchase) {
        return purchases.find(purchase).filter(found -> found.account().equals(me.accountId()));
    }
}
