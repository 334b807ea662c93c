package billing.ejb.account;

import billing.domain.id.AccountId;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which credits expire, and when they are looked at next. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class ExpiryRepository {
    private static final String ALL = "SELECT grant_id, account, expires_at, parts FROM grant_expiry";

    @Inject
    Database database;

    void add(GrantExpiry expiry, Instant checkAt) {
        database.update(
                "INSERT INTO grant_expiry (grant_id, account, expires_at, check_at, parts) VALUES (?, ?, ?, ?, ?)",
                expiry.grantId(),
                expiry.account(),
                expiry.expiresAt(),
                checkAt,
                expiry.parts());
    }

    Optional<Instant> nextCheck() {
        return database.earliest("grant_expiry", "check_at");
    }

    List<GrantExpiry> due(Instant now, int limit) {
        return database.list(
                ALL + " WHERE check_at <= ? ORDER BY check_at FETCH FIRST ? ROWS ONLY",
                row -> new GrantExpiry(
                        row.getString("grant_id"),
                        new AccountId(row.getLong("account")),
                        Database.instant(row, "expires_at"),
                        row.getInt("parts")),
                now,
                limit);
    }

    /** Whether it is due still, to whoever has the account's balance locked. */
    boolean isDue(GrantExpiry expiry, Instant now) {
        return database.one(
                        "SELECT 1 AS n FROM grant_expiry WHERE grant_id = ? AND check_at <= ? AND parts = ?",
                        row -> row.getInt("n"),
                        expiry.grantId(),
                        now,
                        expiry.parts())
                .isPresent();
    }

    void checkAgain(GrantExpiry expiry, Instant at, int parts) {
        database.update(
                "UPDATE grant_expiry SET check_at = ?, parts = ? WHERE grant_id = ?", at, parts, expiry.grantId());
    }

    void remove(GrantExpiry expiry) {
        database.update("DELETE FROM grant_expiry WHERE grant_id = ?", expiry.grantId());
    }
}
