package billing.web.purchase;

import billing.domain.purchase.CreditPurchase;
import billing.ejb.invoice.PaperService;
import billing.ejb.purchase.PurchaseService;
import billing.web.account.MeBacking;
import billing.web.api.Pdf;
import billing.web.page.AddressFilter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The receipt of a purchase as PDF: {@code /purchases/…/receipt.pdf}, for members of the account that paid. */
@WebServlet(AddressFilter.RECEIPT_PDF)
public class ReceiptServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MeBacking me;

    @Inject
    private transient PurchaseService purchases;

    @Inject
    private transient PaperService papers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CreditPurchase> paid = Optional.ofNullable((String) request.getAttribute(AddressFilter.ID))
                .flatMap(purchases::find)
                .filter(purchase -> purchase.account().equals(me.accountId()))
                .filter(purchase -> purchase.status().isPaid() && !purchase.isInvoicePayment());
        if (paid.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Pdf.send(papers.receipt(paid.get()), "receipt-" + paid.get().id() + ".pdf", response);
    }
}
