package billing.ejb.access;

import billing.domain.access.Hold;
import billing.domain.access.HoldStatus;
import billing.domain.access.HoldTerms;
import billing.domain.access.OnExpiry;
import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds in the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class HoldRepository {
    private static final String HOLD =
            "SELECT id, account, amount, rest, charged, product, reference, api_key, project, model, status,"
                    + " on_expiry, lifetime, expires_at, actor, created_at, ended_at, ended_by, settled_for FROM"
                    + " credit_hold";
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    @Inject
    Database database;

    /** What the open holds of an account with the same labels hold together. */
    record Held(AccountId account, Labels labels, Money rest) {}

    void insert(Hold hold) {
        HoldTerms terms = hold.terms();
        database.update(
                "INSERT INTO credit_hold (id, account, amount, rest, charged, product, reference, api_key, project,"
                        + " model, status, on_expiry, lifetime, expires_at, due_at, actor, created_at) VALUES (?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                hold.id(),
                hold.account(),
                terms.amount(),
                hold.rest(),
                hold.charged(),
                terms.product(),
                terms.reference(),
                terms.labels().apiKey(),
                terms.labels().project(),
                terms.labels().model(),
                hold.status(),
                terms.onExpiry(),
                (int) terms.lifetime().toSeconds(),
                hold.expiresAt(),
                hold.expiresAt(),
                hold.actor(),
                hold.createdAt());
    }

    /** What changes in a hold's life. */
    void save(Hold hold) {
        Hold.Ending ending = hold.ending();
        database.update(
                "UPDATE credit_hold SET status = ?, rest = ?, charged = ?, expires_at = ?, due_at = ?, ended_at = ?,"
                        + " ended_by = ?, settled_for = ? WHERE id = ?",
                hold.status(),
                hold.rest(),
                hold.charged(),
                hold.expiresAt(),
                hold.isOpen() ? hold.expiresAt() : null,
                ending == null ? null : ending.at(),
                ending == null ? null : ending.by(),
                ending == null ? null : ending.total(),
                hold.id());
    }

    /** Something was used that this hold pays: as much of it as there is comes out of its rest. */
    void use(String id, Money cost, Money ofRest) {
        database.update("UPDATE credit_hold SET charged = charged + ?, rest = rest - ? WHERE id = ?", cost, ofRest, id);
    }

    Optional<Hold> find(String id) {
        return database.one(HOLD + " WHERE id = ?", HoldRepository::hold, id);
    }

    List<Hold> find(Collection<String> ids) {
        return database.list(
                HOLD + " WHERE id = ANY(?) ORDER BY id", HoldRepository::hold, (Object) ids.toArray(String[]::new));
    }

    Page<Hold> page(AccountId account, @Nullable HoldStatus status, @Nullable Hold after, int limit) {
        Instant at = after == null ? END_OF_TIME : after.createdAt();
        SqlText sql = new SqlText().add(HOLD + " WHERE account = ? AND created_at <= ?", account, at);
        if (after != null) {
            sql.add(" AND (created_at < ? OR id < ?)", at, after.id());
        }
        sql.addIf(" AND status = ?", status)
                .add(" ORDER BY created_at DESC, id DESC FETCH FIRST ? ROWS ONLY", limit + 1);
        return Page.of(database.list(sql.toString(), HoldRepository::hold, sql.values()), limit, Hold::id);
    }

    boolean hasOpen(AccountId account) {
        return database.one(
                        "SELECT 1 AS n FROM credit_hold WHERE account = ? AND due_at IS NOT NULL FETCH FIRST 1 ROWS"
                                + " ONLY",
                        row -> row.getInt("n"),
                        account)
                .isPresent();
    }

    /** What open holds of accounts hold, by their labels. */
    List<Held> held(Collection<AccountId> accounts) {
        return database.list(
                "SELECT account, api_key, project, model, SUM(rest) AS rest FROM credit_hold"
                        + " WHERE account = ANY(?) AND due_at IS NOT NULL GROUP BY account, api_key, project, model",
                row -> new Held(new AccountId(row.getLong("account")), labels(row), Database.money(row, "rest")),
                (Object) accounts.stream().map(AccountId::value).toArray(Long[]::new));
    }

    Optional<Instant> nextDue() {
        return database.earliest("credit_hold", "due_at");
    }

    List<String> due(Instant now, int limit) {
        return database.list(
                "SELECT id FROM credit_hold WHERE due_at <= ? ORDER BY due_at FETCH FIRST ? ROWS ONLY",
                row -> row.getString("id"),
                now,
                limit);
    }

    void postpone(String id, Instant until) {
        database.update("UPDATE credit_hold SET due_at = ? WHERE id = ? AND due_at IS NOT NULL", until, id);
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getString("id"),
                terms(row),
                HoldStatus.valueOf(row.getString("status")),
                Database.money(row, "rest"),
                Database.money(row, "charged"),
                Database.instant(row, "created_at"),
                Database.instant(row, "expires_at"),
                row.getString("actor"),
                ending(row));
    }

    private static HoldTerms terms(ResultSet row) throws SQLException {
        return new HoldTerms(
                new AccountId(row.getLong("account")),
                Database.money(row, "amount"),
                Product.valueOf(row.getString("product")),
                row.getString("reference"),
                labels(row),
                Duration.ofSeconds(row.getInt("lifetime")),
                OnExpiry.valueOf(row.getString("on_expiry")));
    }

    private static Labels labels(ResultSet row) throws SQLException {
        return new Labels(row.getString("api_key"), row.getString("project"), row.getString("model"));
    }

    private static Hold.@Nullable Ending ending(ResultSet row) throws SQLException {
        Instant at = Database.instantOrNull(row, "ended_at");
        if (at == null) {
            return null;
        }
        Money settledFor = Database.money(row, "settled_for");
        Money total = row.wasNull() ? null : settledFor;
        return new Hold.Ending(at, row.getString("ended_by"), total);
    }
}
