package billing.ejb.account;

import billing.domain.account.AccountStatus;
import billing.domain.id.AccountId;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Announced changes of policy in the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class PolicyRepository {
    private static final String CHANGE = "SELECT id, title, body, link, effective_at, announced_at, actor, accounts,"
            + " told, last_account, done_at FROM policy_change";
    /** Who has an account that can still be used, and had it when the change was announced. */
    private static final String TO_TELL = " FROM billing_account WHERE status IN ('" + AccountStatus.ACTIVE + "', '"
            + AccountStatus.SUSPENDED + "') AND created_at <= ?";

    @Inject
    Database database;

    void add(NewPolicy policy, Instant now) {
        database.update(
                "INSERT INTO policy_change (id, title, body, link, effective_at, announced_at, actor, accounts, told,"
                        + " last_account, due_at) SELECT CAST(? AS VARCHAR(40)), CAST(? AS VARCHAR(120)),"
                        + " CAST(? AS VARCHAR(2000)), CAST(? AS VARCHAR(500)), CAST(? AS TIMESTAMP(6)),"
                        + " CAST(? AS TIMESTAMP(6)), CAST(? AS VARCHAR(40)), COUNT(*), 0, 0, CAST(? AS TIMESTAMP(6))"
                        + TO_TELL,
                policy.id(),
                policy.title(),
                policy.text(),
                policy.link(),
                policy.effectiveAt(),
                now,
                policy.actor(),
                now,
                now);
    }

    long reach(Instant now) {
        return database.one("SELECT COUNT(*) AS n" + TO_TELL, row -> row.getLong("n"), now)
                .orElse(0L);
    }

    Optional<PolicyChange> find(String id) {
        return database.one(CHANGE + " WHERE id = ?", PolicyRepository::change, id);
    }

    /** One of which not all know yet, locked until the transaction ends. */
    Optional<PolicyChange> lockOpen(String id) {
        return database.one(CHANGE + " WHERE id = ? AND due_at IS NOT NULL FOR UPDATE", PolicyRepository::change, id);
    }

    List<PolicyChange> newest(int limit) {
        return database.list(
                CHANGE + " ORDER BY announced_at DESC, id FETCH FIRST ? ROWS ONLY", PolicyRepository::change, limit);
    }

    List<AccountId> accountsAfter(long last, Instant announcedAt, int most) {
        return database.list(
                "SELECT id" + TO_TELL + " AND id > ? ORDER BY id FETCH FIRST ? ROWS ONLY",
                row -> new AccountId(row.getLong("id")),
                announcedAt,
                last,
                most);
    }

    void told(String id, int more, long last, @Nullable Instant doneAt) {
        database.update(
                "UPDATE policy_change SET told = told + ?, last_account = ?, done_at = CAST(? AS TIMESTAMP(6)),"
                        + " due_at = CASE WHEN CAST(? AS TIMESTAMP(6)) IS NULL THEN due_at END WHERE id = ?",
                more,
                last,
                doneAt,
                doneAt,
                id);
    }

    Optional<Instant> nextDue() {
        return database.earliest("policy_change", "due_at");
    }

    List<String> due(Instant now) {
        return database.list(
                "SELECT id FROM policy_change WHERE due_at <= ? ORDER BY due_at", row -> row.getString("id"), now);
    }

    void postpone(String id, Instant then) {
        database.update("UPDATE policy_change SET due_at = ? WHERE id = ? AND due_at IS NOT NULL", then, id);
    }

    private static PolicyChange change(ResultSet row) throws SQLException {
        NewPolicy policy = new NewPolicy(
                row.getString("id"),
                row.getString("title"),
                row.getString("body"),
                row.getString("link"),
                Database.instant(row, "effective_at"),
                row.getString("actor"));
        return new PolicyChange(
                policy,
                Database.instant(row, "announced_at"),
                row.getLong("accounts"),
                row.getLong("told"),
                row.getLong("last_account"),
                Database.instantOrNull(row, "done_at"));
    }
}
