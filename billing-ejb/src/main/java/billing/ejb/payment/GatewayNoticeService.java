package billing.ejb.payment;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.payment.GatewayNotice;
import billing.domain.payment.PaymentGateway;
import billing.ejb.account.AccountService;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Acts on what the gateway tells by itself: duplicated, late, out of order or never, the end is the same. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class GatewayNoticeService {
    private static final Logger LOG = System.getLogger(GatewayNoticeService.class.getName());

    @Inject
    PaymentGateway gateway;

    @Inject
    GatewayNoticeSteps steps;

    @Inject
    AccountService accounts;

    @Inject
    PaymentMethodService methods;

    @Inject
    Event<GatewayNotice> notices;

    /**
     * Acts on a notice, then remembers it. Fails with an exception if acting fails, and the gateway sends it again.
     *
     * @return false if the signature is not the gateway's, or too old
     */
    public boolean receive(String payload, String signature) {
        Optional<GatewayNotice> notice = gateway.read(payload, signature);
        notice.filter(n -> !steps.isKnown(n.id())).ifPresent(this::act);
        return notice.isPresent();
    }

    private void act(GatewayNotice notice) {
        if (notice instanceof GatewayNotice.SetupCompleted setup) {
            accounts.findByGatewayCustomer(setup.customerRef())
                    .map(BillingAccount::id)
                    .ifPresent(id -> finish(id, setup));
        }
        notices.fire(notice);
        remember(notice);
    }

    /** Remembering a notice that could not be acted on would lose it. */
    private void finish(AccountId account, GatewayNotice.SetupCompleted setup) {
        AddMethodResult result = methods.finishSetup(account, setup.setupId());
        if (result.equals(new AddMethodResult.Refused(MethodRefusal.GATEWAY_UNAVAILABLE))) {
            throw new IllegalStateException("BILL-0203 the gateway does not tell what came of " + setup.setupId());
        }
    }

    /** Another node may have remembered it first. */
    private void remember(GatewayNotice notice) {
        try {
            steps.remember(notice.id(), notice.getClass().getSimpleName());
        } catch (EJBException twice) {
            LOG.log(Level.DEBUG, "notice " + notice.id() + " came twice at once", twice);
        }
    }
}
