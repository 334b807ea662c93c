package billing.domain.account;

import billing.domain.id.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key of the REST API: a platform key acts on all accounts, an account key on its own. Only its hash is kept. */
@Entity
@Table(name = "api_key")
public class ApiKey {
    @Id
    private String id;

    private @Nullable AccountId account;
    private String name;
    private String hash;
    private String hint;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    /**
     * A new key.
     *
     * @param account null for a platform key
     * @param hash SHA-256 of the key, in hexadecimal: a key is random enough to need nothing slower
     * @param hint the last characters of the key, to tell keys apart
     */
    public ApiKey(
            String id,
            @Nullable AccountId account,
            String name,
            String hash,
            String hint,
            String createdBy,
            Instant createdAt) {
        this.id = id;
        this.account = account;
        this.name = name;
        this.hash = hash;
        this.hint = hint;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    public String id() {
        return id;
    }

    /** The only account that it acts on; empty for a platform key. */
    public Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    public String name() {
        return name;
    }

    public String hint() {
        return hint;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    /** From now on nobody is let in by it. */
    public void revoke(Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
        }
    }
}
