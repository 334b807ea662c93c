package billing.web.recharge;

import billing.domain.id.AccountId;
import billing.domain.purchase.CreditPurchase;
import billing.domain.recharge.OffReason;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.recharge.RechargeService;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells who has just made another method the default what that means for auto-recharge: a bank account turns it off, a card
 * is charged at once for what the one before could not pay.
 */
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class RechargeNews {
    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private RechargeService service;

    @Inject
    private PurchaseService purchases;

    @Inject
    private Configuration configuration;

    /** Makes the change, and leaves a notice for the next page if auto-recharge has acted on it. */
    public <T> T noticed(Supplier<T> change) {
        AccountId account = me.accountId();
        boolean enabled = service.get(account).enabled();
        Optional<String> newest = newest(account).map(CreditPurchase::id);
        T result = change.get();
        if (enabled) {
            tell(account, newest);
        }
        return result;
    }

    private void tell(AccountId account, Optional<String> before) {
        if (service.get(account).offReason() == OffReason.BANK_ACCOUNT_DEFAULT) {
            PageSession.tell(request, Messages.full("recharge.off", OffReason.BANK_ACCOUNT_DEFAULT));
        }
        newest(account)
                .filter(CreditPurchase::isRecharge)
                .filter(recharge -> !before.equals(Optional.of(recharge.id())))
                .map(recharge -> Formats.money(recharge.amount(), configuration.currency()))
                .ifPresent(amount -> PageSession.tell(request, Messages.text("recharge.chargesNow", amount)));
    }

    private Optional<CreditPurchase> newest(AccountId account) {
        return purchases.list(account, null, 1).items().stream().findFirst();
    }
}
