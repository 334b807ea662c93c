package billing.ejb.closing;

import billing.domain.id.AccountId;
import billing.domain.payment.GatewayUnavailableException;
import billing.ejb.invoice.FinalInvoiceService;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.RefundService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Deletes an account: closes the door and the books, pays back what is unspent, forgets cards at the gateway, then forgets the
 * people. What a crash or the gateway interrupts, {@link UnfinishedClosings} goes on with.
 *
 * <p>Decided here: debt under terms that are invoiced becomes the account's final invoice in the transaction that closes the
 * door. The running month is closed before its end and no month follows, so there is one document for each month all the same;
 * what is still reported then is written off, as for an account that is gone. Until the invoice is paid the account stays as it
 * is, with the cards and the people that can pay it; the payment lets the deletion go on by itself.
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

    @Inject
    FinalInvoiceService invoices;

    /** What deleting would do now, and what stands in its way. */
    public ClosingPreview preview(AccountId account) {
        return steps.preview(account);
    }

    /** Deletes the account if nothing stands in the way; says what it did, or what does. */
    public ClosingPreview close(AccountId account, String actor) {
        ClosingPreview preview = steps.begin(account, actor);
        if (preview.isPossible()) {
            if (preview.finalInvoice().isPositive()) {
                invoices.issue(account);
            }
            goOn(account);
        }
        return preview;
    }

    /** Takes the next steps of a deletion that has begun, as far as they go now. */
    public void goOn(AccountId account) {
        refunds.sendOpen(account);
        if (refunds.hasOpen(account) || steps.isHeldUp(account)) {
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
