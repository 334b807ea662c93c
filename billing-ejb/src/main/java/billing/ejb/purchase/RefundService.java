package billing.ejb.purchase;

import billing.domain.account.AccountStatus;
import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.ledger.Cause;
import billing.domain.money.Money;
import billing.domain.payment.GatewayCustomer;
import billing.domain.payment.PaymentGateway;
import billing.domain.payment.RefundOutcome;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.Refund;
import billing.domain.purchase.RefundStatus;
import billing.domain.purchase.Refusal;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Pays unspent credits back to the instrument that paid for them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class RefundService {
    @Inject
    RefundSteps steps;

    @Inject
    AccountService accounts;

    @Inject
    PurchaseRepository purchases;

    @Inject
    LedgerService ledger;

    @Inject
    PaymentGateway gateway;

    @Inject
    InstantSource clock;

    /** Pays back a part of a purchase: whole cents, at most what is left of it and what is available. */
    public RefundResult refund(RefundCredits command) {
        Optional<RefundResult> wrong = wrong(command);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        RefundSteps.Opened opened = steps.open(command);
        if (opened.isNew() && opened.result() instanceof RefundResult.Accepted accepted) {
            return new RefundResult.Accepted(send(accepted.refund()));
        }
        return opened.result();
    }

    private static Optional<RefundResult> wrong(RefundCredits command) {
        if (!command.amount().isWholeCents()) {
            return Optional.of(new RefundResult.Refused(Refusal.AMOUNT_NOT_WHOLE_CENTS));
        }
        return command.amount().isLessThan(Money.ofCents(1))
                ? Optional.of(new RefundResult.Refused(Refusal.AMOUNT_TOO_SMALL))
                : Optional.empty();
    }

    /**
     * Writes down what an operator has paid back without the gateway, because an account that is closed has to be paid and its
     * bank sent it back.
     */
    public RefundResult payByHand(RefundCredits command) {
        return wrong(command).orElseGet(() -> steps.payByHand(command));
    }

    /** How much of a purchase can be paid back now, in whole cents: what is left of it and available. */
    public Money refundable(CreditPurchase purchase) {
        if (!purchase.status().isPaid() || purchase.status() == PurchaseStatus.DISPUTED) {
            return Money.ZERO;
        }
        Money available = ledger.balance(purchase.account()).available();
        return ledger.grant(purchase.account(), Cause.purchase(purchase.id()))
                .map(grant -> Money.ofCents(grant.rest().min(available).toCents(RoundingMode.FLOOR)))
                .filter(Money::isPositive)
                .orElse(Money.ZERO);
    }

    /** What of an invoice's payment the invoice did not want: it goes back, or became credits if it could not. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Money surplus(CreditPurchase payment) {
        return purchases.refunds(payment.id()).stream()
                .filter(RefundSteps::isOfSurplus)
                .map(Refund::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** What of that could not go back, and became credits. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Money surplusAsCredits(CreditPurchase payment) {
        return purchases.refunds(payment.id()).stream()
                .filter(refund -> RefundSteps.isOfSurplus(refund) && refund.status() == RefundStatus.FAILED)
                .map(Refund::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** The refunds of a purchase, oldest first. */
    public List<Refund> list(String purchaseId) {
        return purchases.refunds(purchaseId);
    }

    /** Takes back what is unspent of a purchase, in the transaction that closes its account; sent by {@link #sendOpen}. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void beginClosingRefund(String purchaseId, Money amount, String actor) {
        steps.beginWithin(purchaseId, amount, actor);
    }

    /** Sends what is on its way back to an account and not yet done. */
    public void sendOpen(AccountId account) {
        purchases.openRefunds(account).forEach(this::send);
    }

    /** Whether money of the account is on its way back. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean hasOpen(AccountId account) {
        return !purchases.openRefunds(account).isEmpty();
    }

    /** What was paid back because the account was closed. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Money paidBackAtClosing(AccountId account) {
        return purchases.paidBack(account, RefundSteps.CLOSING).stream()
                .map(Refund::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** A notice names a refund, maybe not ours: the gateway is asked what has become of it, because a notice may be old or another's. */
    public void learn(String id) {
        purchases.findRefund(id).ifPresent(this::look);
    }

    private void look(Refund refund) {
        RefundOutcome outcome = gateway.findRefund(refund.id(), refund.paymentRef());
        if (!(outcome instanceof RefundOutcome.Missing) && !(outcome instanceof RefundOutcome.Unknown)) {
            settle(refund, outcome);
        }
    }

    private Refund settle(Refund refund, RefundOutcome outcome) {
        return steps.settle(refund.id(), outcome, formerOwner(refund, outcome).orElse(null));
    }

    /** Whom to tell that it came back if the account has forgotten whose it was. */
    private Optional<GatewayCustomer> formerOwner(Refund refund, RefundOutcome outcome) {
        boolean mayFail = outcome instanceof RefundOutcome.Failed || outcome instanceof RefundOutcome.Missing;
        return Optional.of(refund)
                .filter(it -> mayFail && it.status() != RefundStatus.FAILED)
                .flatMap(it -> accounts.find(it.account()))
                .filter(account -> account.status() == AccountStatus.CLOSED)
                .flatMap(BillingAccount::gatewayCustomer)
                .flatMap(gateway::customer);
    }

    /** Finds out what became of a refund whose time for a check has come. */
    public void check(String id) {
        purchases
                .findRefund(id)
                .filter(refund -> refund.status() == RefundStatus.PENDING)
                .ifPresent(this::send);
    }

    private Refund send(Refund refund) {
        return settle(refund, ask(refund));
    }

    private RefundOutcome ask(Refund refund) {
        if (refund.isKeyUsable(clock.instant())) {
            RefundOutcome outcome = gateway.refund(refund.id(), refund.paymentRef(), refund.amount());
            if (!(outcome instanceof RefundOutcome.Unknown unknown) || unknown.keyUsable()) {
                return outcome;
            }
        }
        return gateway.findRefund(refund.id(), refund.paymentRef());
    }
}
