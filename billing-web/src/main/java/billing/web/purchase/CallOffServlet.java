package billing.web.purchase;

import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.purchase.PurchaseService;
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

/** Cancels a purchase that waits for the bank, and shows what became of it. */
@WebServlet("/settings/cancel-purchase")
public class CallOffServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private MeBacking me;

    @Inject
    private PurchaseService purchases;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!me.getRole().managesBilling()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String id = Objects.requireNonNullElse(request.getParameter("purchase"), "");
        Optional<CreditPurchase> ours =
                purchases.find(id).filter(purchase -> purchase.account().equals(me.accountId()));
        if (ours.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (purchases.callOff(id).status() == PurchaseStatus.ACTION_REQUIRED) {
            PageSession.tell(request, Messages.text("purchase.callOff.later"));
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/purchases/" + id);
    }
}
