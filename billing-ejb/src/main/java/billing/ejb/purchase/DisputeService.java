package billing.ejb.purchase;

import billing.domain.id.AccountId;
import billing.domain.payment.GatewayDispute;
import billing.domain.payment.GatewayUnavailableException;
import billing.domain.payment.PaymentGateway;
import billing.domain.payment.PaymentOutcome;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Dispute;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Payments that their banks ask back. What a notice tells may be old, so the gateway is always asked how the dispute stands
 * now; it is also asked daily, about those that are known and for those that no notice told of.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class DisputeService {
    private static final Logger LOG = System.getLogger(DisputeService.class.getName());

    @Inject
    PaymentGateway gateway;

    @Inject
    PurchaseRepository purchases;

    @Inject
    PurchaseService charges;

    @Inject
    PurchaseSteps oddities;

    @Inject
    DisputeRepository disputes;

    @Inject
    DisputeSteps steps;

    @Inject
    InstantSource clock;

    /** The disputes of a purchase, oldest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Dispute> list(String purchaseId) {
        return disputes.ofPurchase(purchaseId);
    }

    /** Whether a bank asks a payment of the account back and has not decided. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean hasOpen(AccountId account) {
        return disputes.hasOpen(account);
    }

    /** A notice names a dispute. Fails if the gateway does not tell how it stands, so that the notice comes again. */
    public void learn(String disputeRef) {
        try {
            gateway.dispute(disputeRef).ifPresent(this::settle);
        } catch (GatewayUnavailableException e) {
            throw new IllegalStateException(
                    "BILL-0204 the gateway does not tell how dispute " + disputeRef + " stands", e);
        }
    }

    /** Asks how a dispute stands whose time for a check has come. */
    public void check(String disputeId) {
        try {
            gateway.dispute(disputeId).ifPresentOrElse(this::settle, () -> steps.postpone(disputeId));
        } catch (GatewayUnavailableException e) {
            steps.postpone(disputeId);
        }
    }

    /** Looks for disputes that no notice told of, if that is due. */
    public void search() throws GatewayUnavailableException {
        Instant begun = clock.instant();
        Optional<Instant> since = steps.claimSearch();
        if (since.isPresent()) {
            List<GatewayDispute> news = gateway.disputesSince(since.get()).stream()
                    .filter(this::isNews)
                    .toList();
            if (news.stream().filter(told -> !isSettled(told)).count() == 0) {
                steps.searched(begun);
            }
        }
    }

    /** Those that are known and undecided are asked about one by one. */
    private boolean isNews(GatewayDispute told) {
        return disputes.find(told.ref())
                .filter(known -> known.status() == told.status())
                .isEmpty();
    }

    /** One that can't be settled must not hide the others; it is looked for again soon. */
    private boolean isSettled(GatewayDispute told) {
        try {
            settle(told);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0308 dispute " + told.ref() + " was found and could not be settled", e);
            return false;
        }
    }

    private void settle(GatewayDispute told) {
        Optional.ofNullable(told.purchaseId()).flatMap(purchases::find).ifPresent(purchase -> settle(purchase, told));
    }

    /** A dispute can be told of before the payment's success is: then that comes first. */
    private void settle(CreditPurchase purchase, GatewayDispute told) {
        boolean paid = told.payment() instanceof PaymentOutcome.Succeeded;
        if (paid && !purchase.status().isPaid()) {
            charges.learn(purchase.id(), told.payment());
        }
        boolean another = !purchase.paymentRef()
                .orElse(told.payment().paymentRef())
                .equals(told.payment().paymentRef());
        if (another) {
            oddities.noteOddity(purchase.id(), "dispute " + told.ref() + " is of another payment of it");
        } else {
            steps.settle(purchase.id(), told);
        }
    }
}
