package billing.ejb.purchase;

import billing.domain.payment.GatewayNotice;
import billing.domain.payment.PaymentOutcome;
import billing.domain.purchase.CreditPurchase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What the gateway's notices mean for purchases, refunds and disputes. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class PurchaseNotices {
    @Inject
    PurchaseRepository purchases;

    @Inject
    PurchaseService service;

    @Inject
    PurchaseSteps steps;

    @Inject
    RefundService refunds;

    @Inject
    DisputeService disputes;

    void paymentChanged(@Observes GatewayNotice notice) {
        if (notice instanceof GatewayNotice.PaymentChanged change && change.purchaseId() != null) {
            purchases.find(change.purchaseId()).ifPresent(purchase -> settle(purchase, change));
        }
        if (notice instanceof GatewayNotice.RefundChanged change && change.refundId() != null) {
            refunds.learn(change.refundId());
        }
        if (notice instanceof GatewayNotice.DisputeChanged change) {
            disputes.learn(change.disputeRef());
        }
    }

    /** A payment that does not look like ours is told to an operator and credits nobody. */
    private void settle(CreditPurchase purchase, GatewayNotice.PaymentChanged change) {
        boolean paid = change.outcome() instanceof PaymentOutcome.Succeeded;
        boolean ours = purchase.charge().customerRef().equals(change.customerRef())
                && purchase.currency().equals(change.currency())
                && (!paid || purchase.amount().equals(change.received()));
        if (ours) {
            service.learn(purchase.id(), change.outcome());
        } else {
            steps.noteOddity(purchase.id(), "notice " + change.id() + " names it, with another customer or amount");
        }
    }
}
