package billing.domain.purchase;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.payment.Charge;
import billing.domain.payment.DeclineCode;
import billing.domain.payment.DisputeStatus;
import billing.domain.payment.MethodType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to buy credits. It keeps everything that its charge was made of, so that the charge can be repeated letter
 * by letter when the answer got lost, by any node and after any crash.
 */
@Entity
@Table(name = "credit_purchase")
public class CreditPurchase {
    /** Gateways forget keys after 24 h; ours is not sent again after this. */
    public static final Duration KEY_LIFE = Duration.ofHours(23);
    /** How long the owner has to approve at the bank. */
    public static final Duration APPROVAL_TIME = Duration.ofHours(24);
    /** How long a card may stay unknown before an operator is told. */
    public static final Duration CARD_TIME = Duration.ofMinutes(15);

    private static final int LONGEST_NOTE = 500;

    @Id
    private String id;

    private AccountId account;
    private Money amount;

    @Enumerated(EnumType.STRING)
    private PurchaseSource source;

    @Enumerated(EnumType.STRING)
    private PurchaseStatus status = PurchaseStatus.PROCESSING;

    @Column(name = "method_id")
    private String methodId;

    @Column(name = "method_ref")
    private String methodRef;

    @Enumerated(EnumType.STRING)
    @Column(name = "method_type")
    private MethodType methodType;

    @Column(name = "method_label")
    private String methodLabel;

    @Column(name = "customer_ref")
    private String customerRef;

    private String currency;

    @Column(name = "return_url")
    private String returnUrl;

    @Column(name = "payment_ref")
    private @Nullable String paymentRef;

    @Enumerated(EnumType.STRING)
    private @Nullable DeclineCode failure;

    @Column(name = "action_url")
    private @Nullable String actionUrl;

    private String actor;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_check_at")
    private @Nullable Instant nextCheckAt;

    private int checks;

    @Column(name = "key_usable")
    private boolean keyUsable = true;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "desk_note")
    private @Nullable String deskNote;

    @Column(name = "desk_at")
    private @Nullable Instant deskAt;

    @Column(name = "desk_done_by")
    private @Nullable String deskDoneBy;

    private Money refunded = Money.ZERO;

    @Column(name = "open_recharge")
    private @Nullable AccountId openRecharge;

    private @Nullable Integer agreement;

    @Column(name = "invoice_number")
    private @Nullable String invoiceNumber;

    @Column(name = "open_invoice")
    private @Nullable String openInvoice;

    @Column(name = "off_session")
    private boolean offSession;

    @Column(name = "given_up")
    private boolean givenUp;

    @Enumerated(EnumType.STRING)
    private @Nullable DisputeStatus dispute;

    @Version
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected CreditPurchase() {}

    /**
     * A purchase about to be charged.
     *
     * @param methodLabel what the receipt calls the payment method: brand and last four
     * @param firstCheckAt when it is looked after if nobody has settled it by then
     */
    public CreditPurchase(
            Charge charge,
            PurchaseSource source,
            String methodId,
            String methodLabel,
            String actor,
            Instant createdAt,
            Instant firstCheckAt) {
        this.id = charge.id();
        this.account = charge.account();
        this.amount = charge.amount();
        this.source = source;
        this.methodId = methodId;
        this.methodRef = charge.methodRef();
        this.methodType = charge.methodType();
        this.methodLabel = methodLabel;
        this.customerRef = charge.customerRef();
        this.currency = charge.currency();
        this.returnUrl = charge.returnUrl().toString();
        this.offSession = charge.offSession();
        this.actor = actor;
        this.createdAt = createdAt;
        this.nextCheckAt = firstCheckAt;
    }

    /**
     * One that auto-recharge makes. Nobody waits for it, so it is charged at the next occasion; and while it is open the
     * database takes no other of the account.
     *
     * @param number of the agreement under which it is made
     */
    public static CreditPurchase recharge(
            Charge charge, String methodId, String methodLabel, String actor, int number, Instant createdAt) {
        CreditPurchase purchase = new CreditPurchase(
                charge, PurchaseSource.AUTO_RECHARGE, methodId, methodLabel, actor, createdAt, createdAt);
        purchase.openRecharge = charge.account();
        purchase.agreement = number;
        return purchase;
    }

    /**
     * A payment of an invoice, which becomes no credits. While it is open the database takes no other for that invoice.
     *
     * @param firstCheckAt when it is looked after, or charged if nobody waits for it
     */
    public static CreditPurchase ofInvoice(
            Charge charge,
            String invoiceNumber,
            String methodId,
            String methodLabel,
            String actor,
            Instant createdAt,
            Instant firstCheckAt) {
        CreditPurchase payment = new CreditPurchase(
                charge, PurchaseSource.INVOICE, methodId, methodLabel, actor, createdAt, firstCheckAt);
        payment.invoiceNumber = invoiceNumber;
        payment.openInvoice = invoiceNumber;
        return payment;
    }

    /** The charge as it was first sent, equal in everything. */
    public Charge charge() {
        return new Charge(
                id, account, customerRef, methodRef, methodType, amount, currency, URI.create(returnUrl), offSession);
    }

    /** Credited: the gateway has the money. Wins over a failure of ours. */
    public void succeed(String payment, Instant at) {
        become(PurchaseStatus.SUCCEEDED);
        paymentRef = payment;
        failure = null;
        complete(at);
    }

    /** Refused, and the gateway can't make it succeed any more. */
    public void fail(String payment, DeclineCode code, Instant at) {
        become(PurchaseStatus.FAILED);
        paymentRef = payment.isEmpty() ? paymentRef : payment;
        failure = code;
        complete(at);
    }

    /** Not approved in time, and cancelled at the gateway. */
    public void expire(Instant at) {
        become(PurchaseStatus.EXPIRED);
        complete(at);
    }

    /** Another one is made in its place, or its owner does not want it any more: it is to be cancelled at the gateway, and its failure is nobody's. */
    public void giveUp(Instant at) {
        givenUp = true;
        nextCheckAt = at;
    }

    /** Whether its owner, who bought by hand, can still call it off. */
    public boolean mayBeCalledOff() {
        return source == PurchaseSource.PURCHASE && status == PurchaseStatus.ACTION_REQUIRED;
    }

    /** The owner has to approve it, until {@link #APPROVAL_TIME} after it was made. */
    public void awaitApproval(String payment, URI url) {
        if (status != PurchaseStatus.ACTION_REQUIRED) {
            become(PurchaseStatus.ACTION_REQUIRED);
        }
        paymentRef = payment;
        actionUrl = url.toString();
        checkWhenApprovalEnds();
    }

    /** The bank wants the owner, who was not there, or still does: the same payment waits for the owner's approval. */
    public void awaitOwner(String payment) {
        if (status != PurchaseStatus.ACTION_REQUIRED) {
            become(PurchaseStatus.ACTION_REQUIRED);
        }
        paymentRef = payment;
        checkWhenApprovalEnds();
    }

    /** One that was given up is to be cancelled at its time, whoever looks at it meanwhile. */
    private void checkWhenApprovalEnds() {
        if (!givenUp) {
            nextCheckAt = createdAt.plus(APPROVAL_TIME);
        }
    }

    /** A bank debit is under way: the gateway tells when it is done, and we ask once a day. */
    public void awaitBank(String payment, Instant now) {
        if (status != PurchaseStatus.PROCESSING) {
            become(PurchaseStatus.PROCESSING);
        }
        paymentRef = payment;
        actionUrl = null;
        checkAgain(now.plus(Duration.ofDays(1)));
    }

    /** The gateway has a payment for it, so from now on that is looked at and the charge is not repeated. */
    public void knownAs(String payment) {
        paymentRef = payment;
    }

    /** Nobody knows: ask again later. */
    public void stayUnknown(boolean usable, Instant nextCheck) {
        keyUsable = keyUsable && usable;
        checkAgain(nextCheck);
    }

    /** Puts it on the operator's desk with what is odd about it. */
    public void toDesk(String note, Instant at) {
        deskNote = note.substring(0, Math.min(note.length(), LONGEST_NOTE));
        deskAt = at;
        deskDoneBy = null;
    }

    /** Somebody has done what was to be done about it. The note stays. */
    public void offDesk(String actor) {
        deskAt = null;
        deskDoneBy = actor;
    }

    /** Counts what has been paid back so far. */
    public void refundedInAll(Money sum) {
        refunded = sum;
        settleAfterwards();
    }

    /** Its bank asks it back ({@code OPEN}), or got it ({@code LOST}); null if nothing of it is disputed any more. */
    public void disputedAs(@Nullable DisputeStatus stand) {
        dispute = stand;
        settleAfterwards();
    }

    private void settleAfterwards() {
        PurchaseStatus now = afterwards();
        if (now != status) {
            become(now);
        }
    }

    private PurchaseStatus afterwards() {
        if (dispute != null) {
            return PurchaseStatus.DISPUTED;
        }
        if (!refunded.isPositive()) {
            return PurchaseStatus.SUCCEEDED;
        }
        return refunded.isLessThan(amount) ? PurchaseStatus.PARTIALLY_REFUNDED : PurchaseStatus.REFUNDED;
    }

    private void checkAgain(Instant at) {
        checks++;
        nextCheckAt = at;
    }

    private void complete(Instant at) {
        completedAt = at;
        actionUrl = null;
        nextCheckAt = null;
        openRecharge = null;
        openInvoice = null;
    }

    private void become(PurchaseStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("purchase " + id + " is " + status + " and can't become " + next);
        }
        status = next;
    }

    public String id() {
        return id;
    }

    public AccountId account() {
        return account;
    }

    public Money amount() {
        return amount;
    }

    public PurchaseSource source() {
        return source;
    }

    /** Whether auto-recharge made it. */
    public boolean isRecharge() {
        return source == PurchaseSource.AUTO_RECHARGE;
    }

    /** The invoice that it pays; empty if it buys credits. */
    public Optional<String> invoiceNumber() {
        return Optional.ofNullable(invoiceNumber);
    }

    /** Whether it pays an invoice, and becomes no credits. */
    public boolean isInvoicePayment() {
        return source == PurchaseSource.INVOICE;
    }

    /** Whether it is made without the owner, who then can't be asked by the bank. */
    public boolean isOffSession() {
        return offSession;
    }

    /** Whether another one was to be made in its place. */
    public boolean isGivenUp() {
        return givenUp;
    }

    /** Whether the owner has to approve it and the bank has not been asked to show its page yet. */
    public boolean awaitsOwner() {
        return status == PurchaseStatus.ACTION_REQUIRED && actionUrl == null;
    }

    /** The number of the agreement under which auto-recharge made it. */
    public Optional<Integer> agreement() {
        return Optional.ofNullable(agreement);
    }

    public PurchaseStatus status() {
        return status;
    }

    public MethodType methodType() {
        return methodType;
    }

    public String methodId() {
        return methodId;
    }

    public String methodLabel() {
        return methodLabel;
    }

    public Optional<String> paymentRef() {
        return Optional.ofNullable(paymentRef);
    }

    public Optional<DeclineCode> failure() {
        return Optional.ofNullable(failure);
    }

    /** The bank's page, while the owner's approval is awaited. */
    public Optional<URI> actionUrl() {
        return Optional.ofNullable(actionUrl).map(URI::create);
    }

    public String actor() {
        return actor;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    public Optional<Instant> nextCheckAt() {
        return Optional.ofNullable(nextCheckAt);
    }

    public int checks() {
        return checks;
    }

    /** Whether repeating the charge under its key can still tell, and is still safe. */
    public boolean isKeyUsable(Instant now) {
        return keyUsable && now.isBefore(createdAt.plus(KEY_LIFE));
    }

    /** Whether the owner's time to approve it is over. */
    public boolean isApprovalOver(Instant now) {
        return !now.isBefore(createdAt.plus(APPROVAL_TIME));
    }

    /** Whether it opens access: it was paid, and not all of it was paid back nor lost to a dispute. */
    public boolean isCounted() {
        return !isInvoicePayment() && status.isPaid() && refunded.isLessThan(amount) && dispute != DisputeStatus.LOST;
    }

    public Money refunded() {
        return refunded;
    }

    public Optional<String> deskNote() {
        return Optional.ofNullable(deskNote);
    }

    /** Since when it waits for an operator. */
    public Optional<Instant> deskAt() {
        return Optional.ofNullable(deskAt);
    }

    /** Who took it off the operators' desk, if it was on it and is not any more. */
    public Optional<String> deskDoneBy() {
        return Optional.ofNullable(deskDoneBy);
    }

    public String currency() {
        return currency;
    }
}
