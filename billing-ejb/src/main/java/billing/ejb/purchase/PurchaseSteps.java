package billing.ejb.purchase;

import billing.domain.account.AccountStatus;
import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.ledger.Cause;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.domain.payment.Charge;
import billing.domain.payment.DeclineCode;
import billing.domain.payment.MethodDetails;
import billing.domain.payment.MethodType;
import billing.domain.payment.PaymentMethod;
import billing.domain.payment.PaymentOutcome;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseSource;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.Refusal;
import billing.ejb.account.AccountService;
import billing.ejb.account.ContactService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.NewGrant;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import billing.ejb.notice.MethodLabel;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The transactions of a purchase. Each locks the account, then the purchase; the ledger locks the balance last. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class PurchaseSteps {
    private static final Logger LOG = System.getLogger(PurchaseSteps.class.getName());

    private static final int MOST_DECLINES = 10;
    private static final Duration DECLINES_TIME = Duration.ofHours(1);

    @Inject
    ContactService contacts;

    @Inject
    AccountService accounts;

    @Inject
    PaymentMethodService methods;

    @Inject
    PurchaseRepository purchases;

    @Inject
    RefundSteps refunds;

    @Inject
    InvoiceDebts invoices;

    @Inject
    LedgerService ledger;

    @Inject
    Configuration configuration;

    @Inject
    Event<PurchaseChanged> changes;

    @Inject
    InstantSource clock;

    /** What became of opening a purchase; {@code isNew} tells who has to charge it. */
    public record Opened(PurchaseResult result, boolean isNew) {
        static Opened refused(Refusal reason) {
            return new Opened(new PurchaseResult.Refused(reason), false);
        }
    }

    /** Writes the purchase down before anybody is charged; one that is there already stays as it is. */
    public Opened open(BuyCredits command) {
        Optional<BillingAccount> account = accounts.lock(command.account());
        if (account.isEmpty()) {
            return Opened.refused(Refusal.NO_SUCH_ACCOUNT);
        }
        Optional<CreditPurchase> before = purchases.find(command.purchaseId());
        if (before.isPresent()) {
            return again(command, before.get());
        }
        if (!account.get().isActive()) {
            return Opened.refused(account.get().isOpen() ? Refusal.ACCOUNT_SUSPENDED : Refusal.ACCOUNT_CLOSED);
        }
        Optional<PaymentMethod> method =
                account.get().defaultMethod().flatMap(id -> methods.find(command.account(), id));
        if (method.isEmpty()) {
            return Opened.refused(Refusal.NO_PAYMENT_METHOD);
        }
        if (!method.get().details().isSupported()) {
            return Opened.refused(Refusal.CARD_NOT_SUPPORTED);
        }
        if (command.limited() && hasTriedEnough(command.account())) {
            return Opened.refused(Refusal.TOO_MANY_DECLINES);
        }
        return new Opened(new PurchaseResult.Accepted(write(command, account.get(), method.get())), true);
    }

    /** Whoever tries out stolen cards sees them declined one after the other, where an owner looks for another card. */
    private boolean hasTriedEnough(AccountId account) {
        return purchases.declinedByHand(account, clock.instant().minus(DECLINES_TIME)) >= MOST_DECLINES;
    }

    private static Opened again(BuyCredits command, CreditPurchase before) {
        boolean same =
                before.account().equals(command.account()) && before.amount().equals(command.amount());
        return same ? new Opened(new PurchaseResult.Accepted(before), false) : Opened.refused(Refusal.KEY_REUSED);
    }

    private CreditPurchase write(BuyCredits command, BillingAccount account, PaymentMethod method) {
        Instant now = clock.instant();
        CreditPurchase purchase = new CreditPurchase(
                charge(
                        command.purchaseId(),
                        command.amount(),
                        account,
                        method,
                        purchasePage(command.purchaseId()),
                        false),
                PurchaseSource.PURCHASE,
                method.id(),
                label(method),
                command.actor(),
                now,
                afterCall(now));
        purchases.add(purchase);
        return purchase;
    }

    private Charge charge(
            String id,
            Money amount,
            BillingAccount account,
            PaymentMethod method,
            String returnPath,
            boolean offSession) {
        MethodDetails details = method.details();
        return new Charge(
                id,
                account.id(),
                account.gatewayCustomer().orElseThrow(),
                details.ref(),
                details.type(),
                amount,
                account.currency(),
                URI.create(configuration.publicUrl() + returnPath),
                offSession);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String purchasePage(String id) {
        return "/purchases/" + id;
    }

    private static String label(PaymentMethod method) {
        return method.details().brand() + " " + method.details().last4();
    }

    /** When a call to the gateway that begins now is over for sure. */
    private Instant afterCall(Instant now) {
        return now.plus(configuration.gatewayTimeout()).plus(CheckPlan.GRACE);
    }

    /**
     * Writes a recharge down in the transaction that found it due, under the lock of the account's balance; whoever runs due
     * work charges it.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void place(RechargeOrder order) {
        String id = Ids.mint(Ids.PURCHASE);
        purchases.add(CreditPurchase.recharge(
                charge(id, order.amount(), order.account(), order.method(), purchasePage(id), true),
                order.method().id(),
                label(order.method()),
                RechargeOrder.ACTOR,
                order.agreement(),
                clock.instant()));
    }

    /**
     * Writes a payment of an invoice down in the transaction that decides on it, under the lock of the account. One that is made
     * without the owner is charged by whoever runs due work.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public CreditPurchase place(InvoicePayment order) {
        Instant now = clock.instant();
        String page = "/invoices/" + order.invoiceNumber();
        CreditPurchase payment = CreditPurchase.ofInvoice(
                charge(order.id(), order.amount(), order.account(), order.method(), page, order.offSession()),
                order.invoiceNumber(),
                order.method().id(),
                label(order.method()),
                order.actor(),
                now,
                order.offSession() ? now : afterCall(now));
        purchases.add(payment);
        return payment;
    }

    /** Notes that another payment is made in the place of one that waits for the owner. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void giveUp(String purchaseId) {
        purchases
                .lock(purchaseId)
                .filter(purchase -> purchase.status() == PurchaseStatus.ACTION_REQUIRED)
                .ifPresent(purchase -> purchase.giveUp(afterCall(clock.instant())));
    }

    /** Notes that its owner does not want a purchase any more that waits for the bank; false if nothing can be cancelled. */
    public boolean callOff(String purchaseId) {
        Optional<CreditPurchase> waiting = purchases.lock(purchaseId).filter(CreditPurchase::mayBeCalledOff);
        waiting.ifPresent(purchase -> purchase.giveUp(afterCall(clock.instant())));
        return waiting.isPresent();
    }

    /** Takes on a check that is due, so that no other node does; false if somebody has. */
    public boolean claim(String purchaseId) {
        Instant now = clock.instant();
        return purchases.postpone(purchaseId, now, afterCall(now));
    }

    /** Takes note of what became of the charge. The credits are granted in the same transaction as the success. */
    public CreditPurchase settle(String purchaseId, PaymentOutcome outcome) {
        AccountId account = purchases.accountOf(purchaseId).orElseThrow();
        AccountStatus status = accounts.lock(account).orElseThrow().status();
        CreditPurchase purchase = purchases.lock(purchaseId).orElseThrow();
        PurchaseStatus before = purchase.status();
        if (outcome instanceof PaymentOutcome.Succeeded succeeded) {
            succeed(purchase, succeeded.paymentRef(), status);
        } else if (purchase.status().isOpen()) {
            stillOpen(purchase, outcome);
        }
        if (purchase.status() != before) {
            changes.fire(new PurchaseChanged(purchase));
        }
        return purchase;
    }

    private void succeed(CreditPurchase purchase, String payment, AccountStatus status) {
        if (purchase.status().isPaid()) {
            noteSecondPayment(purchase, payment);
            return;
        }
        if (!purchase.status().isOpen()) {
            toDesk(purchase, "paid after it was " + purchase.status());
        }
        Instant now = clock.instant();
        purchase.succeed(payment, now);
        if (purchase.isInvoicePayment()) {
            payInvoice(purchase, now);
        } else {
            credit(purchase, status, now);
        }
    }

    /**
     * Lowers what is owed. What the invoice does not want any more, because it was paid or taken back meanwhile, goes back where
     * it came from, and an operator is told.
     */
    private void payInvoice(CreditPurchase payment, Instant now) {
        AccountId account = payment.account();
        ledger.lock(account);
        Money wanted =
                invoices.open(account, payment.invoiceNumber().orElseThrow()).min(ledger.receivable(account));
        Money surplus = payment.amount().minus(wanted).max(Money.ZERO);
        if (surplus.isPositive()) {
            refunds.payBackSurplus(payment, surplus);
            toDesk(payment, "paid what the invoice does not want any more; " + surplus + " is paid back");
        }
        Cause cause = Cause.purchase(payment.id());
        Transfer paid = new Transfer(account, EntryKind.INVOICE_PAID, payment.amount(), cause, payment.actor(), now);
        if (ledger.pay(paid).isEmpty()) {
            throw new IllegalStateException("less is owed than is paid by " + payment.id());
        }
    }

    private void credit(CreditPurchase purchase, AccountStatus status, Instant now) {
        ledger.credit(
                new Transfer(
                        purchase.account(),
                        EntryKind.PURCHASE,
                        purchase.amount(),
                        Cause.purchase(purchase.id()),
                        purchase.actor(),
                        now),
                NewGrant.purchased());
        ledger.countPurchases(purchase.account(), 1);
        if (status == AccountStatus.CLOSING || status == AccountStatus.CLOSED) {
            refunds.payBackUnwanted(purchase);
        } else if (!purchase.isRecharge()) {
            contacts.tell(purchase.account(), receipt(purchase));
        }
    }

    /** For who bought by hand; a recharge is told by a mail of its own, which leads to the receipt as well. */
    private static Mail receipt(CreditPurchase purchase) {
        return new Mail(
                MailKind.RECEIPT,
                List.of(purchase.amount(), new MethodLabel(purchase.methodLabel())),
                "/purchases/" + purchase.id() + "/receipt",
                purchase.id());
    }

    private void noteSecondPayment(CreditPurchase purchase, String payment) {
        if (!purchase.paymentRef().equals(Optional.of(payment))) {
            toDesk(purchase, "paid twice at the gateway, the second time by " + payment);
        }
    }

    private void stillOpen(CreditPurchase purchase, PaymentOutcome outcome) {
        Instant now = clock.instant();
        if (outcome instanceof PaymentOutcome.ActionRequired action) {
            purchase.awaitApproval(action.paymentRef(), action.url());
        } else if (outcome instanceof PaymentOutcome.Declined declined) {
            declined(purchase, declined, now);
        } else if (outcome instanceof PaymentOutcome.Cancelled) {
            cancelled(purchase, now);
        } else if (outcome instanceof PaymentOutcome.Processing processing
                && purchase.methodType() == MethodType.US_BANK_ACCOUNT) {
            purchase.awaitBank(processing.paymentRef(), now);
        } else if (outcome instanceof PaymentOutcome.Processing processing) {
            purchase.knownAs(processing.paymentRef());
            unknown(purchase, true, now);
        } else if (outcome instanceof PaymentOutcome.Missing && !purchase.isKeyUsable(now)) {
            purchase.fail("", DeclineCode.PROCESSING_ERROR, now);
        } else {
            boolean keyUsable = !(outcome instanceof PaymentOutcome.Unknown unknown) || unknown.keyUsable();
            unknown(purchase, keyUsable, now);
        }
    }

    /** Without the owner, "the bank wants the owner" comes as a decline; the payment is not lost, it waits. */
    private void declined(CreditPurchase purchase, PaymentOutcome.Declined declined, Instant now) {
        boolean wantsOwner = purchase.isOffSession()
                && declined.code() == DeclineCode.AUTHENTICATION_REQUIRED
                && !declined.paymentRef().isEmpty();
        if (!wantsOwner) {
            purchase.fail(declined.paymentRef(), declined.code(), now);
        } else if (purchase.isApprovalOver(now)) {
            unknown(purchase, true, now);
        } else {
            purchase.awaitOwner(declined.paymentRef());
        }
    }

    private static void cancelled(CreditPurchase purchase, Instant now) {
        if (purchase.isApprovalOver(now) || purchase.isGivenUp()) {
            purchase.expire(now);
        } else {
            purchase.fail("", DeclineCode.AUTHENTICATION_FAILED, now);
        }
    }

    private void unknown(CreditPurchase purchase, boolean keyUsable, Instant now) {
        Duration age = Duration.between(purchase.createdAt(), now);
        if (purchase.status() == PurchaseStatus.PROCESSING
                && purchase.methodType() == MethodType.CARD
                && age.compareTo(CreditPurchase.CARD_TIME) >= 0
                && purchase.deskNote().isEmpty()) {
            toDesk(purchase, "the gateway has not told its outcome for 15 minutes");
        }
        purchase.stayUnknown(keyUsable, now.plus(CheckPlan.next(purchase.checks())));
    }

    /** Something went wrong while checking: not again at once. */
    public void postpone(String purchaseId) {
        purchases
                .lock(purchaseId)
                .filter(purchase -> purchase.status().isOpen())
                .ifPresent(purchase -> unknown(purchase, true, clock.instant()));
    }

    /** Puts something odd about a purchase on the operator's desk. */
    public void noteOddity(String purchaseId, String note) {
        purchases.lock(purchaseId).ifPresent(purchase -> toDesk(purchase, note));
    }

    /** Somebody has seen to it. */
    public void offDesk(String purchaseId, String actor) {
        purchases
                .lock(purchaseId)
                .filter(purchase -> purchase.deskAt().isPresent())
                .ifPresent(purchase -> offDesk(purchase, actor));
    }

    private static void offDesk(CreditPurchase purchase, String actor) {
        purchase.offDesk(actor);
        LOG.log(Level.INFO, "BILL-0309 purchase {0} is off the desk, as {1} wishes", purchase.id(), actor);
    }

    private void toDesk(CreditPurchase purchase, String note) {
        purchase.toDesk(note, now());
        LOG.log(Level.WARNING, "BILL-0301 an operator should look at purchase " + purchase.id() + ": " + note);
    }
}
