package billing.ejb.recharge;

import billing.domain.id.Sha256;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The links of authorization mails, by the hash of their secret. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class AuthorizationRepository {
    /** A link that was sent. */
    record Link(String purchaseId, boolean used) {}

    @Inject
    Database database;

    void add(String token, String purchaseId, Instant expiresAt) {
        database.update(
                "INSERT INTO authorization_link (hash, purchase_id, expires_at) VALUES (?, ?, ?)",
                hash(token),
                purchaseId,
                expiresAt);
    }

    Optional<Link> find(String token) {
        return database.one(
                "SELECT purchase_id, used_at FROM authorization_link WHERE hash = ?",
                row -> new Link(row.getString("purchase_id"), row.getObject("used_at") != null),
                hash(token));
    }

    /** Uses it up; false if it was used before, or is too old. */
    boolean use(String token, Instant now) {
        return database.update(
                        "UPDATE authorization_link SET used_at = ? WHERE hash = ? AND used_at IS NULL AND expires_at > ?",
                        now,
                        hash(token),
                        now)
                == 1;
    }

    /** It did not lead anywhere, so it may be used again. */
    void giveBack(String token) {
        database.update("UPDATE authorization_link SET used_at = NULL WHERE hash = ?", hash(token));
    }

    private static String hash(String token) {
        return Sha256.hex(token);
    }
}
