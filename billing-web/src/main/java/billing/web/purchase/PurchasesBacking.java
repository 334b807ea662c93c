package billing.web.purchase;

import billing.domain.id.Page;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.purchase.PurchaseService;
import billing.web.account.MeBacking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The panel of purchases. */
@Named("purchases")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class PurchasesBacking {
    private static final int ROWS = 10;

    private Page<CreditPurchase> page;
    private boolean first;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private PurchaseService service;

    @PostConstruct
    void load() {
        String after = request.getParameter("purchasesAfter");
        first = after == null;
        page = service.list(me.accountId(), after, ROWS);
    }

    public Page<CreditPurchase> getPage() {
        return page;
    }

    public boolean isFirst() {
        return first;
    }
}
