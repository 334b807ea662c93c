package billing.ejb.purchase;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.money.Money;
import billing.domain.payment.DeclineCode;
import billing.domain.payment.PaymentGateway;
import billing.domain.payment.PaymentOutcome;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.Refusal;
import billing.ejb.ledger.LedgerService;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Buys credits: open, charge, settle, answer. No transaction and no connection is held while the gateway is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class PurchaseService {
    @Inject
    PurchaseSteps steps;

    @Inject
    PurchaseRepository purchases;

    @Inject
    PaymentGateway gateway;

    @Inject
    Configuration configuration;

    @Inject
    LedgerService ledger;

    @Inject
    InstantSource clock;

    /** Buys credits with the default payment method. Sent again under the same id, it is the same purchase. */
    public PurchaseResult buy(BuyCredits command) {
        Optional<Refusal> refusal = refusal(command.amount());
        if (refusal.isPresent()) {
            return new PurchaseResult.Refused(refusal.get());
        }
        PurchaseSteps.Opened opened = open(command);
        if (!opened.isNew() || !(opened.result() instanceof PurchaseResult.Accepted accepted)) {
            return opened.result();
        }
        PaymentOutcome outcome = gateway.charge(accepted.purchase().charge());
        return new PurchaseResult.Accepted(steps.settle(command.purchaseId(), outcome));
    }

    private Optional<Refusal> refusal(Money amount) {
        if (amount.isLessThan(configuration.minPurchase())) {
            return Optional.of(Refusal.AMOUNT_TOO_SMALL);
        }
        if (amount.isMoreThan(configuration.maxPurchase())) {
            return Optional.of(Refusal.AMOUNT_TOO_LARGE);
        }
        return amount.isWholeCents() ? Optional.empty() : Optional.of(Refusal.AMOUNT_NOT_WHOLE_CENTS);
    }

    /** Two with the same id at once on two accounts: one of them loses at the primary key. */
    private PurchaseSteps.Opened open(BuyCredits command) {
        try {
            return steps.open(command);
        } catch (EJBException e) {
            if (purchases.find(command.purchaseId()).isPresent()) {
                return steps.open(command);
            }
            throw e;
        }
    }

    /**
     * What a purchase has to be so that it pays what lost disputes left, as far as one purchase can; empty if nothing is left to
     * be paid.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Money> paysDisputeDebt(AccountId account) {
        return Optional.of(ledger.disputeDebt(account))
                .filter(Money::isPositive)
                .map(debt -> Money.ofCents(debt.toCents(RoundingMode.CEILING)))
                .map(debt -> debt.max(configuration.minPurchase()).min(configuration.maxPurchase()));
    }

    /** Purchases about which something is odd that an operator has to look at, the longest waiting first. */
    public List<CreditPurchase> onDesk(int limit) {
        return purchases.onDesk(limit);
    }

    /** An operator has done what was to be done about it. */
    public void offDesk(String purchaseId, String actor) {
        steps.offDesk(purchaseId, actor);
    }

    public Optional<CreditPurchase> find(String id) {
        return purchases.find(id);
    }

    /** Whether credits are on their way to the account. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean isBuying(AccountId account) {
        return purchases.isBuying(account);
    }

    /** Whether the outcome of a purchase of the account is open, or of a payment of an invoice. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean hasOpen(AccountId account) {
        return purchases.hasOpen(account);
    }

    /** Places a recharge in the caller's transaction, which has the account's balance locked. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void place(RechargeOrder order) {
        steps.place(order);
    }

    /** Places a payment of an invoice in the caller's transaction, which has the account locked. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public CreditPurchase place(InvoicePayment order) {
        return steps.place(order);
    }

    /** Charges a payment of an invoice that was placed for an owner who waits. */
    public CreditPurchase charge(CreditPurchase placed) {
        return steps.settle(placed.id(), gateway.charge(placed.charge()));
    }

    /** Notes in the caller's transaction that a payment which waits for the owner is to be cancelled for another one. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void giveUp(String id) {
        steps.giveUp(id);
    }

    /** Cancels a payment at the gateway that was given up; what it is instead is in the purchase. */
    public CreditPurchase cancel(String id) {
        Optional<CreditPurchase> open = purchases.find(id).filter(p -> p.status() == PurchaseStatus.ACTION_REQUIRED);
        return open.map(purchase -> steps.settle(id, gateway.cancel(payment(purchase))))
                .orElseGet(() -> purchases.find(id).orElseThrow());
    }

    /**
     * Cancels a purchase by hand that waits for the bank, because its owner does not want it any more. One that was approved
     * meanwhile is bought; one whose gateway does not answer is cancelled as soon as it does.
     */
    public CreditPurchase callOff(String id) {
        return steps.callOff(id) ? cancel(id) : purchases.find(id).orElseThrow();
    }

    /** The payments of an invoice, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<CreditPurchase> paymentsOf(String invoiceNumber) {
        return purchases.paymentsOf(invoiceNumber);
    }

    /** The account's recharge whose outcome is open. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<CreditPurchase> openRecharge(AccountId account) {
        return purchases.openRecharge(account);
    }

    /** Whether a purchase by card is under way. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean isCharging(AccountId account) {
        return purchases.isCharging(account);
    }

    /** When the n-th newest recharge was made that was declined since then; empty if there are fewer. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Instant> declinedRecharge(AccountId account, int n, Instant since) {
        return purchases.declinedRecharge(account, n, since);
    }

    /** What recharges since then came to, failed ones aside. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public RechargesMade rechargesSince(AccountId account, Instant since) {
        return purchases.rechargesSince(account, since);
    }

    /**
     * Asks the bank to show its page for a payment that waits for the owner, who comes back to {@code returnUrl}. What came
     * of it is in the purchase: the page's address, success at once, or a refusal.
     */
    public Optional<CreditPurchase> authorize(String id, URI returnUrl) {
        purchases
                .find(id)
                .filter(CreditPurchase::awaitsOwner)
                .ifPresent(purchase ->
                        steps.settle(id, gateway.authorize(purchase.charge(), payment(purchase), returnUrl)));
        return purchases.find(id);
    }

    private static String payment(CreditPurchase purchase) {
        return purchase.paymentRef().orElseThrow();
    }

    /** The purchases of an account, newest first; {@code after} is the id that the page before ended with. */
    public Page<CreditPurchase> list(AccountId account, @Nullable String after, int limit) {
        Optional<CreditPurchase> last = Optional.ofNullable(after)
                .flatMap(purchases::find)
                .filter(purchase -> purchase.account().equals(account));
        return purchases.page(account, last.orElse(null), limit);
    }

    /** Asks the gateway what has become of a purchase, for an owner who comes back from the bank. */
    public Optional<CreditPurchase> refresh(String id) {
        purchases.find(id).flatMap(CreditPurchase::paymentRef).ifPresent(payment -> look(id, payment));
        return purchases.find(id);
    }

    private void look(String id, String payment) {
        if (purchases.find(id).filter(p -> p.status().isOpen()).isPresent()) {
            steps.settle(id, gateway.look(payment));
        }
    }

    /**
     * Takes note of what a notice tells. Success is final; anything else may be old news, because notices come late and in
     * any order, so then the gateway is asked for the present state.
     */
    public void learn(String id, PaymentOutcome told) {
        if (told instanceof PaymentOutcome.Succeeded) {
            steps.settle(id, told);
        } else if (!told.paymentRef().isEmpty()) {
            look(id, told.paymentRef());
        }
    }

    /** Finds out what became of a purchase whose time for a check has come. */
    public void check(String id) {
        Instant now = clock.instant();
        purchases.find(id).filter(p -> p.status().isOpen()).ifPresent(p -> steps.settle(id, ask(p, now)));
    }

    private PaymentOutcome ask(CreditPurchase purchase, Instant now) {
        if (purchase.status() == PurchaseStatus.ACTION_REQUIRED
                && (purchase.isApprovalOver(now) || purchase.isGivenUp())) {
            return gateway.cancel(purchase.paymentRef().orElseThrow());
        }
        if (purchase.paymentRef().isPresent()) {
            return gateway.look(purchase.paymentRef().get());
        }
        return purchase.isKeyUsable(now) ? repeat(purchase) : gateway.find(purchase.charge());
    }

    /** A stored error is all that the key will ever answer, so then the payment is looked up. */
    private PaymentOutcome repeat(CreditPurchase purchase) {
        PaymentOutcome outcome = gateway.charge(purchase.charge());
        if (outcome instanceof PaymentOutcome.Unknown unknown && !unknown.keyUsable()) {
            PaymentOutcome found = gateway.find(purchase.charge());
            return found instanceof PaymentOutcome.Missing ? notCharged() : found;
        }
        return outcome;
    }

    private static PaymentOutcome notCharged() {
        return new PaymentOutcome.Declined("", DeclineCode.PROCESSING_ERROR);
    }
}
