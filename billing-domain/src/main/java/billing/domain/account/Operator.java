package billing.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Staff of the platform that runs this system. Belongs to no account and sees none from within. */
@Entity
@Table(name = "operator")
public class Operator {
    @Id
    private String id;

    private String name;
    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Operator() {}

    /**
     * A new operator.
     *
     * @param email what the person logs in with, lower case; no member and no other operator has it
     * @param passwordHash as the login's hash makes it, never the password
     */
    public Operator(String id, String name, String email, String passwordHash, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Gives the operator another password, of which only the hash is known here. */
    public void changePassword(String newHash) {
        passwordHash = newHash;
    }
}
