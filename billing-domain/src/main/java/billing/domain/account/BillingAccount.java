package billing.domain.account;

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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that pays. It knows its name, its terms and its default payment method; what it has is in its balance,
 * which belongs to the ledger.
 */
@Entity
@Table(name = "billing_account")
public class BillingAccount {
    private static final String NOBODY = "deleted account";

    @Id
    private long id;

    private String name;
    private String email;
    private String currency;

    @Enumerated(EnumType.STRING)
    private AccountStatus status = AccountStatus.ACTIVE;

    @Enumerated(EnumType.STRING)
    @Column(name = "terms_type")
    private TermsType termsType = TermsType.PREPAID;

    @Column(name = "terms_tier")
    private @Nullable Integer termsTier;

    @Column(name = "terms_limit")
    private @Nullable Money termsLimit;

    @Column(name = "terms_net_days")
    private @Nullable Integer termsNetDays;

    @Column(name = "balance_limit")
    private @Nullable Money balanceLimit;

    @Enumerated(EnumType.STRING)
    @Column(name = "terms_plan")
    private @Nullable ContractPlan termsPlan;

    @Column(name = "terms_end")
    private @Nullable Instant termsEnd;

    @Column(name = "gateway_customer")
    private @Nullable String gatewayCustomer;

    @Column(name = "default_method")
    private @Nullable String defaultMethod;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closing_check_at")
    private @Nullable Instant closingCheckAt;

    @Version
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected BillingAccount() {}

    /**
     * A new account.
     *
     * @param email the registered address, where the bank's authorization links go
     * @param currency ISO 4217, lower case
     */
    public BillingAccount(
            AccountId id, String name, String email, String currency, BillingTerms terms, Instant createdAt) {
        this.id = id.value();
        this.name = name;
        this.email = email;
        this.currency = currency;
        this.createdAt = createdAt;
        agreeTo(terms);
    }

    public AccountId id() {
        return new AccountId(id);
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String currency() {
        return currency;
    }

    public AccountStatus status() {
        return status;
    }

    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    /** Whether it is neither closed nor being closed; it may be suspended. */
    public boolean isOpen() {
        return status == AccountStatus.ACTIVE || status == AccountStatus.SUSPENDED;
    }

    /** Stops it until it is resumed: it spends and buys nothing, and everything else goes on. */
    public void suspend() {
        status = AccountStatus.SUSPENDED;
    }

    public void resume() {
        status = AccountStatus.ACTIVE;
    }

    public BillingTerms terms() {
        return new BillingTerms(termsType, termsTier, termsLimit, termsNetDays, balanceLimit, termsPlan, termsEnd);
    }

    /** These terms are in force from now on. */
    public final void agreeTo(BillingTerms terms) {
        termsType = terms.type();
        termsTier = terms.tier();
        termsLimit = terms.limit();
        termsNetDays = terms.netDays();
        balanceLimit = terms.ownLimit();
        termsPlan = terms.plan();
        termsEnd = terms.endsAt();
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The gateway's name for this customer, once it has one. */
    public Optional<String> gatewayCustomer() {
        return Optional.ofNullable(gatewayCustomer);
    }

    /** Remembers the gateway's name for this customer; it never changes. */
    public void knownToGatewayAs(String customer) {
        if (gatewayCustomer == null) {
            gatewayCustomer = customer;
        }
    }

    /** The id of the payment method that is charged. */
    public Optional<String> defaultMethod() {
        return Optional.ofNullable(defaultMethod);
    }

    public boolean isDefaultMethod(String methodId) {
        return Objects.equals(defaultMethod, methodId);
    }

    /** Charges go to this payment method from now on. */
    public void payBy(String methodId) {
        defaultMethod = methodId;
    }

    /** Nothing can be bought or spent any more; refunds are on their way, or the final invoice is to be paid. */
    public void beginClosing(Instant firstCheck) {
        status = AccountStatus.CLOSING;
        checkClosing(firstCheck);
    }

    /** When somebody looks again whether the rest of its deletion can be done. */
    public void checkClosing(Instant at) {
        closingCheckAt = at;
    }

    /** Closes for good and forgets who it was; the books keep only the id. */
    public void close(Instant at) {
        status = AccountStatus.CLOSED;
        closedAt = at;
        closingCheckAt = null;
        name = NOBODY;
        email = "deleted-" + id + "@invalid";
        defaultMethod = null;
    }
}
