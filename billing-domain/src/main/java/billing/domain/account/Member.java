package billing.domain.account;

import billing.domain.id.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A person in an account (JPQL has a word MEMBER, hence the entity name). The id is what the ledger calls this person, so that the person can be forgotten. */
@Entity(name = "AccountMember")
@Table(name = "member")
public class Member {
    @Id
    private String id;

    private AccountId account;
    private String name;
    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    /**
     * A new member.
     *
     * @param email what the person logs in with, lower case, one member in the whole installation
     * @param passwordHash as the login's hash makes it, never the password
     */
    public Member(
            String id,
            AccountId account,
            String name,
            String email,
            String passwordHash,
            Role role,
            Instant createdAt) {
        this.id = id;
        this.account = account;
        this.name = name;
        this.email = email;
        this.passwordHash = passwordHash;
        this.role = role;
        this.createdAt = createdAt;
    }

    public String id() {
        return id;
    }

    public AccountId account() {
        return account;
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

    public Role role() {
        return role;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Whether there is still a person behind it. */
    public boolean canLogIn() {
        return !passwordHash.isEmpty();
    }

    /** Forgets the person; nobody can log in with this member again. */
    public void forget() {
        name = "deleted member";
        email = "deleted-" + id + "@invalid";
        passwordHash = "";
    }
}
