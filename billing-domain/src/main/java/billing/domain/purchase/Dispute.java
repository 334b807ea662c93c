package billing.domain.purchase;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.payment.DisputeStatus;
import billing.domain.payment.GatewayDispute;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment that its bank asks back, and what was done about it so far: how much of the purchase's credits is frozen, and how
 * much was lost, of what was left and of what was not.
 */
@Entity
@Table(name = "dispute")
public class Dispute {
    private static final int LONGEST_REASON = 80;

    @Id
    private String id;

    @Column(name = "purchase_id")
    private String purchaseId;

    private AccountId account;
    private Money amount;
    private String reason;

    @Enumerated(EnumType.STRING)
    private DisputeStatus status;

    private Money frozen = Money.ZERO;
    private Money taken = Money.ZERO;
    private Money spent = Money.ZERO;
    private int postings;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "next_check_at")
    private @Nullable Instant nextCheckAt;

    @Version
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Dispute() {}

    /** One that the gateway has told of; nothing is done about it yet. */
    public Dispute(GatewayDispute told, CreditPurchase purchase, Instant now) {
        id = told.ref();
        purchaseId = purchase.id();
        account = purchase.account();
        reason = told.reason().substring(0, Math.min(told.reason().length(), LONGEST_REASON));
        openedAt = told.openedAt();
        amount = told.amount();
        status = told.status();
        become(told, now);
    }

    /** It stands so now. */
    public final void become(GatewayDispute told, Instant now) {
        amount = told.amount();
        status = told.status();
        nextCheckAt = status.isUndecided() ? nextLook(now) : null;
        closedAt =
                status.isUndecided() ? null : Optional.ofNullable(closedAt).orElse(now.truncatedTo(ChronoUnit.MICROS));
    }

    /** Undecided ones are looked at each day, told or not, all at the same time. */
    public static Instant nextLook(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    /** The gateway did not tell: it is asked again then. */
    public void checkAgain(Instant at) {
        nextCheckAt = at;
    }

    /**
     * What the bank has, or will get, of the purchase's credits.
     *
     * @param credited what of the purchase became credits
     * @param paidBack what was refunded of that
     * @param others what other disputes of it have
     */
    public Money claims(Money credited, Money paidBack, Money others) {
        boolean claiming = status == DisputeStatus.OPEN || status == DisputeStatus.LOST;
        Money left = credited.minus(paidBack).minus(others);
        return claiming ? amount.min(left).max(Money.ZERO) : Money.ZERO;
    }

    /** More of the purchase's credits is kept, or less. */
    public void freeze(Money more) {
        frozen = frozen.plus(more);
        postings++;
    }

    /** All that was kept is gone. */
    public void take() {
        taken = taken.plus(frozen);
        frozen = Money.ZERO;
        postings++;
    }

    /** More than was left is gone. */
    public void spend(Money more) {
        spent = spent.plus(more);
        postings++;
    }

    public String id() {
        return id;
    }

    public String purchaseId() {
        return purchaseId;
    }

    public AccountId account() {
        return account;
    }

    public Money amount() {
        return amount;
    }

    /** The gateway's word for why. */
    public String reason() {
        return reason;
    }

    public DisputeStatus status() {
        return status;
    }

    /** What is kept of the purchase's credits until the bank decides. */
    public Money frozen() {
        return frozen;
    }

    /** What was lost of credits that were left. */
    public Money taken() {
        return taken;
    }

    /** What was lost although it was spent already. */
    public Money spent() {
        return spent;
    }

    /** What it keeps or has taken in all. */
    public Money covered() {
        return frozen.plus(taken).plus(spent);
    }

    /** How many entries it has in the books. */
    public int postings() {
        return postings;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
