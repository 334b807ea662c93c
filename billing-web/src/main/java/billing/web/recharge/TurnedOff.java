package billing.web.recharge;

import billing.domain.id.AccountId;
import billing.domain.recharge.OffReason;
import billing.ejb.recharge.RechargeService;
import billing.ejb.recharge.RechargeState;
import billing.web.account.MeBacking;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;

/** Tells who has just made a bank account the default that this has turned auto-recharge off, and why. */
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class TurnedOff {
    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private RechargeService service;

    /** Does what may turn it off, and leaves a notice for the next page if it did. */
    public <T> T noticed(Supplier<T> change) {
        AccountId account = me.accountId();
        boolean before = service.get(account).enabled();
        T result = change.get();
        RechargeState now = service.get(account);
        if (before && now.offReason() == OffReason.BANK_ACCOUNT_DEFAULT) {
            PageSession.tell(request, Messages.full("recharge.off", OffReason.BANK_ACCOUNT_DEFAULT));
        }
        return result;
    }
}
