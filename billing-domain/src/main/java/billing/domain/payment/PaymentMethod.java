package billing.domain.payment;

import billing.domain.id.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A card or bank account on file: a reference to the gateway's, with what a person needs to recognise it. */
@Entity
@Table(name = "payment_method")
public class PaymentMethod {
    @Id
    private String id;

    private AccountId account;

    @Column(name = "gateway_ref")
    private String gatewayRef;

    @Enumerated(EnumType.STRING)
    private MethodType type;

    private String brand;
    private String last4;

    @Column(name = "exp_month")
    private @Nullable Integer expMonth;

    @Column(name = "exp_year")
    private @Nullable Integer expYear;

    private @Nullable String funding;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected PaymentMethod() {}

    public PaymentMethod(String id, AccountId account, MethodDetails details, Instant createdAt) {
        this.id = id;
        this.account = account;
        this.gatewayRef = details.ref();
        this.type = details.type();
        this.brand = details.brand();
        this.last4 = details.last4();
        this.expMonth = details.expMonth();
        this.expYear = details.expYear();
        this.funding = details.funding();
        this.createdAt = createdAt;
    }

    public String id() {
        return id;
    }

    public AccountId account() {
        return account;
    }

    public MethodDetails details() {
        return new MethodDetails(gatewayRef, type, brand, last4, expMonth, expYear, funding);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean isCard() {
        return type == MethodType.CARD;
    }

    public boolean isOnFile() {
        return removedAt == null;
    }

    /** The last month in which a card is valid; a bank account never expires. */
    public Optional<YearMonth> lastMonth() {
        return expYear == null || expMonth == null ? Optional.empty() : Optional.of(YearMonth.of(expYear, expMonth));
    }

    /** Whether a card's last month is over. */
    public boolean isExpired(Instant now) {
        return lastMonth()
                .filter(last -> last.isBefore(YearMonth.from(now.atOffset(ZoneOffset.UTC))))
                .isPresent();
    }

    /** Takes it off the file; what was paid by it still names it. */
    public void remove(Instant at) {
        if (removedAt == null) {
            removedAt = at;
        }
    }
}
