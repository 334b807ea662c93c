package billing.domain.purchase;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unspent credits of a purchase on their way back to the instrument that paid. */
@Entity
@Table(name = "refund")
public class Refund {
    /** In the place of the gateway's reference, for what was paid without it. */
    private static final String BY_HAND = "by hand";

    @Id
    private String id;

    @Column(name = "purchase_id")
    private String purchaseId;

    @Column(name = "payment_ref")
    private String paymentRef;

    private AccountId account;
    private Money amount;
    private String reason;

    @Enumerated(EnumType.STRING)
    private RefundStatus status = RefundStatus.PENDING;

    @Column(name = "gateway_ref")
    private @Nullable String gatewayRef;

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

    @Version
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    public Refund(
            String id,
            CreditPurchase purchase,
            Money amount,
            String reason,
            String actor,
            Instant createdAt,
            Instant firstCheckAt) {
        this.id = id;
        this.purchaseId = purchase.id();
        this.paymentRef = purchase.paymentRef().orElseThrow();
        this.account = purchase.account();
        this.amount = amount;
        this.reason = reason;
        this.actor = actor;
        this.createdAt = createdAt;
        this.nextCheckAt = firstCheckAt;
    }

    /** The gateway has paid it back. */
    public void succeed(String ref, Instant at) {
        become(RefundStatus.SUCCEEDED, ref, at);
    }

    /** It was paid without the gateway, to where its owner wants it. */
    public void paidByHand(Instant at) {
        become(RefundStatus.SUCCEEDED, BY_HAND, at);
    }

    /** The gateway could not pay it back. */
    public void fail(String ref, Instant at) {
        become(RefundStatus.FAILED, ref, at);
    }

    /** Still under way, or nobody knows: ask again. */
    public void checkAgain(boolean usable, Instant at) {
        keyUsable = keyUsable && usable;
        checks++;
        nextCheckAt = at;
    }

    private void become(RefundStatus next, String ref, Instant at) {
        status = next;
        gatewayRef = ref;
        completedAt = at;
        nextCheckAt = null;
    }

    public String id() {
        return id;
    }

    public String purchaseId() {
        return purchaseId;
    }

    public String paymentRef() {
        return paymentRef;
    }

    public AccountId account() {
        return account;
    }

    public Money amount() {
        return amount;
    }

    public String reason() {
        return reason;
    }

    public RefundStatus status() {
        return status;
    }

    public boolean isByHand() {
        return BY_HAND.equals(gatewayRef);
    }

    public String actor() {
        return actor;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int checks() {
        return checks;
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** Whether repeating it under its key can still tell, and is still safe. */
    public boolean isKeyUsable(Instant now) {
        return keyUsable && now.isBefore(createdAt.plus(CreditPurchase.KEY_LIFE));
    }
}
