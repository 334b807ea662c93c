package billing.ejb.closing;

import billing.domain.id.AccountId;
import billing.domain.payment.GatewayUnavailableException;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.RefundService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Deletes an account: closes the door, pays back what is unspent, forgets cards at the gateway, then forgets the people.
 * What a crash or the gateway interrupts, {@link UnfinishedClosings} goes on with.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class ClosingService {
    @Inject
    ClosingSteps steps;

    @Inject
    RefundService refunds;

    @Inject
    PaymentMethodService methods;

    /** What deleting would do now, and what stands in its way. */
    public ClosingPreview preview(AccountId account) {
        return steps.preview(account);
    }

    /** Deletes the account if nothing stands in the way; says what it did, or what does. */
    public ClosingPreview close(AccountId account, String actor) {
        ClosingPreview preview = steps.begin(account, actor);
        if (preview.isPossible()) {
            goOn(account);
        }
        return preview;
    }

    /** Takes the next steps of a deletion that has begun, as far as they go now. */
    public void goOn(AccountId account) {
        refunds.sendOpen(account);
        if (refunds.hasOpen(account)) {
            return;
        }
        try {
            methods.detachAll(account);
        } catch (GatewayUnavailableException later) {
            return;
        }
        steps.finish(account);
    }
}
