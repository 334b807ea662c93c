package billing.web.purchase;

import billing.domain.id.Ids;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.purchase.PurchaseService;
import billing.web.account.MeBacking;
import billing.web.page.Answers;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** On the page {@code /operator/desk}: payments about which something is odd, and the button that takes one off. */
@Named("purchaseDesk")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class PurchaseDeskBacking {
    private static final int ROWS = 100;

    private List<CreditPurchase> purchases;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private PurchaseService service;

    @PostConstruct
    void load() {
        purchases = service.onDesk(ROWS);
    }

    /** Takes the purchase off whose button was pressed. */
    public void done() {
        Optional<String> id =
                Optional.ofNullable(request.getParameter("purchaseDone")).filter(sent -> Ids.isId(Ids.PURCHASE, sent));
        if (id.isEmpty()) {
            Answers.notFound();
            return;
        }
        service.offDesk(id.get(), me.actor());
        PageSession.tell(request, Messages.text("purchaseDesk.done"));
        Answers.goTo("/operator/desk");
    }

    /** The longest waiting first. */
    public List<CreditPurchase> getPurchases() {
        return purchases;
    }
}
