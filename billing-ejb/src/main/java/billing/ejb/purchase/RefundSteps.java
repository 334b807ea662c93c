package billing.ejb.purchase;

import billing.domain.account.AccountStatus;
import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.ledger.Cause;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.domain.payment.GatewayCustomer;
import billing.domain.payment.RefundOutcome;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.Refund;
import billing.domain.purchase.RefundStatus;
import billing.domain.purchase.Refusal;
import billing.ejb.account.AccountService;
import billing.ejb.account.ContactService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.NewGrant;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import billing.ejb.notice.MethodLabel;
import billing.ejb.notice.Phrase;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of a refund: the credits leave when it is asked for, and come back if the gateway can't pay. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class RefundSteps {
    private static final Logger LOG = System.getLogger(RefundSteps.class.getName());
    private static final Duration PENDING_CHECK = Duration.ofHours(6);

    /** The reason of refunds that are made because the account is closed. */
    static final String CLOSING = "account closed";

    private static final String SYSTEM = "system";
    private static final String SURPLUS = "invoice paid already";

    @Inject
    AccountService accounts;

    @Inject
    ContactService contacts;

    @Inject
    PurchaseRepository purchases;

    @Inject
    LedgerService ledger;

    @Inject
    DisputeSteps disputes;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    /** What became of opening a refund; {@code isNew} tells who has to ask the gateway. */
    public record Opened(RefundResult result, boolean isNew) {
        static Opened refused(Refusal reason) {
            return new Opened(new RefundResult.Refused(reason), false);
        }
    }

    /** Takes the credits and writes the refund down; one that is there already stays as it is. */
    public Opened open(RefundCredits command) {
        Optional<AccountId> account = purchases.accountOf(command.purchaseId());
        if (account.isEmpty()) {
            return Opened.refused(Refusal.NO_SUCH_PURCHASE);
        }
        accounts.lock(account.get());
        Optional<Refund> before = purchases.findRefund(command.refundId());
        if (before.isPresent()) {
            return again(command, before.get());
        }
        CreditPurchase purchase = purchases.lock(command.purchaseId()).orElseThrow();
        if (!purchase.status().isPaid()) {
            return Opened.refused(Refusal.NOT_PAID);
        }
        if (purchase.status() == PurchaseStatus.DISPUTED) {
            return Opened.refused(Refusal.DISPUTED);
        }
        return take(purchase, command)
                .map(refund -> new Opened(new RefundResult.Accepted(refund), true))
                .orElse(Opened.refused(Refusal.MORE_THAN_UNSPENT));
    }

    private static Opened again(RefundCredits command, Refund before) {
        boolean same = before.purchaseId().equals(command.purchaseId())
                && before.amount().equals(command.amount())
                && before.reason().equals(command.reason());
        return same ? new Opened(new RefundResult.Accepted(before), false) : Opened.refused(Refusal.KEY_REUSED);
    }

    /** A payment that came after the account was closed goes back where it came from, in the transaction that noticed it. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void payBackUnwanted(CreditPurchase purchase) {
        take(purchase, closing(purchase.id(), purchase.amount(), SYSTEM));
    }

    /** What an invoice did not want any more goes back; the books owe it again, just before they take note of the payment. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void payBackSurplus(CreditPurchase payment, Money surplus) {
        RefundCredits command = new RefundCredits(payment.id(), Ids.mint(Ids.REFUND), surplus, SURPLUS, SYSTEM);
        Instant now = clock.instant();
        ledger.oweAgain(transfer(payment, EntryKind.INVOICE_PAYMENT_RETURNED, command, now));
        write(payment, command, now);
    }

    static boolean isOfSurplus(Refund refund) {
        return refund.reason().equals(SURPLUS) && refund.actor().equals(SYSTEM);
    }

    /** Takes back what is unspent of a purchase when its account is closed. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void beginWithin(String purchaseId, Money amount, String actor) {
        take(purchases.lock(purchaseId).orElseThrow(), closing(purchaseId, amount, actor));
    }

    private static RefundCredits closing(String purchaseId, Money amount, String actor) {
        return new RefundCredits(purchaseId, Ids.mint(Ids.REFUND), amount, CLOSING, actor);
    }

    private Optional<Refund> take(CreditPurchase purchase, RefundCredits command) {
        Instant now = clock.instant();
        return ledger.takeBack(transfer(purchase, EntryKind.REFUND, command, now), Cause.purchase(purchase.id()))
                .map(entry -> write(purchase, command, now));
    }

    private static Transfer transfer(CreditPurchase purchase, EntryKind kind, RefundCredits command, Instant now) {
        Cause cause = Cause.refund(command.refundId());
        return new Transfer(purchase.account(), kind, command.amount(), cause, command.actor(), now);
    }

    private Refund write(CreditPurchase purchase, RefundCredits command, Instant now) {
        Instant firstCheck = now.plus(configuration.gatewayTimeout()).plus(CheckPlan.GRACE);
        Refund refund = new Refund(
                command.refundId(), purchase, command.amount(), command.reason(), command.actor(), now, firstCheck);
        purchases.add(refund);
        count(purchase, command.amount());
        return refund;
    }

    /**
     * Writes down what was paid back without the gateway. Only where that is the only way: its account is closed or being closed,
     * and what went back through the gateway came back.
     */
    public RefundResult payByHand(RefundCredits command) {
        Opened opened = isReturned(command.purchaseId()) ? open(command) : Opened.refused(Refusal.NOT_RETURNED);
        if (opened.isNew() && opened.result() instanceof RefundResult.Accepted accepted) {
            accepted.refund().paidByHand(now());
            purchases.lock(command.purchaseId()).orElseThrow().offDesk(command.actor());
        }
        return opened.result();
    }

    private boolean isReturned(String purchaseId) {
        boolean isOpen = purchases
                .accountOf(purchaseId)
                .flatMap(accounts::lock)
                .filter(BillingAccount::isOpen)
                .isPresent();
        return !isOpen
                && purchases.refunds(purchaseId).stream().anyMatch(refund -> refund.status() == RefundStatus.FAILED);
    }

    /**
     * Takes note of what became of a refund.
     *
     * @param former whose account it was, if the account has forgotten it and the gateway has not
     */
    public Refund settle(String refundId, RefundOutcome outcome, @Nullable GatewayCustomer former) {
        String purchaseId = purchases.purchaseOf(refundId).orElseThrow();
        accounts.lock(purchases.accountOf(purchaseId).orElseThrow());
        CreditPurchase purchase = purchases.lock(purchaseId).orElseThrow();
        Refund locked = purchases.lockRefund(refundId).orElseThrow();
        if (outcome instanceof RefundOutcome.Failed failed) {
            fail(locked, purchase, failed.refundRef(), former);
        } else if (locked.status() == RefundStatus.PENDING) {
            stillPending(locked, purchase, outcome, former);
        }
        return locked;
    }

    private void stillPending(
            Refund refund, CreditPurchase purchase, RefundOutcome outcome, @Nullable GatewayCustomer former) {
        Instant now = clock.instant();
        if (outcome instanceof RefundOutcome.Succeeded succeeded) {
            refund.succeed(succeeded.refundRef(), now);
        } else if (outcome instanceof RefundOutcome.Missing && !refund.isKeyUsable(now)) {
            fail(refund, purchase, "", former);
        } else if (outcome instanceof RefundOutcome.Pending) {
            refund.checkAgain(true, now.plus(PENDING_CHECK));
        } else {
            boolean keyUsable = !(outcome instanceof RefundOutcome.Unknown unknown) || unknown.keyUsable();
            refund.checkAgain(keyUsable, now.plus(CheckPlan.next(refund.checks())));
        }
    }

    /** Something went wrong while checking: not again at once. */
    public void postpone(String refundId) {
        purchases
                .lockRefund(refundId)
                .filter(refund -> refund.status() == RefundStatus.PENDING)
                .ifPresent(refund -> refund.checkAgain(true, clock.instant().plus(CheckPlan.next(refund.checks()))));
    }

    /**
     * A bank can send a refund back days after the gateway called it done, so failure follows success too. What was paid for an
     * invoice that did not want it becomes credits then: it is the customer's. Of an account that is closed nobody can spend
     * them; they stay in the books as what the house owes until an operator has paid them.
     */
    private void fail(Refund refund, CreditPurchase purchase, String ref, @Nullable GatewayCustomer former) {
        if (refund.status() == RefundStatus.FAILED) {
            return;
        }
        Instant now = clock.instant();
        refund.fail(ref, now);
        if (purchase.isInvoicePayment()) {
            ledger.credit(returned(refund, Cause.purchase(purchase.id()), now), NewGrant.purchased());
        } else {
            ledger.putBack(returned(refund, Cause.refund(refund.id()), now), Cause.purchase(purchase.id()));
        }
        count(purchase, refund.amount().negated());
        disputes.balance(purchase);
        purchase.toDesk(
                "refund " + refund.id() + " failed; its credits are back" + tell(refund, purchase, former), now());
        LOG.log(Level.WARNING, "BILL-0304 refund {0} of purchase {1} failed", refund.id(), purchase.id());
    }

    /** Whoever deletes an account believes to have the money; an account that goes on shows it on its balance. */
    private String tell(Refund refund, CreditPurchase purchase, @Nullable GatewayCustomer former) {
        BillingAccount account = accounts.find(refund.account()).orElseThrow();
        if (account.isOpen()) {
            return "";
        }
        boolean isClosed = account.status() == AccountStatus.CLOSED;
        Mail mail = new Mail(
                MailKind.REFUND_RETURNED,
                List.of(
                        refund.amount(),
                        new MethodLabel(purchase.methodLabel()),
                        account.id().toString(),
                        new Phrase(isClosed ? "REFUND_RETURNED.closed" : "REFUND_RETURNED.closing", List.of())),
                "/",
                null);
        if (!isClosed) {
            contacts.tell(account.id(), mail);
        } else if (former != null) {
            contacts.tellFormer(account.id(), former.name(), former.email(), mail);
        } else {
            return " and owed to the former owner, whom nobody could tell: pay it by hand";
        }
        return " and owed to the former owner, who was told by mail: pay it by hand, or try again";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Transfer returned(Refund refund, Cause cause, Instant now) {
        return new Transfer(refund.account(), EntryKind.REFUND_RETURNED, refund.amount(), cause, refund.actor(), now);
    }

    /** A purchase that was paid back whole does not open access any more. */
    private void count(CreditPurchase purchase, Money more) {
        boolean countedBefore = purchase.isCounted();
        purchase.refundedInAll(purchase.refunded().plus(more));
        boolean countsNow = purchase.isCounted();
        if (countedBefore != countsNow) {
            ledger.countPurchases(purchase.account(), countsNow ? 1 : -1);
        }
    }
}
