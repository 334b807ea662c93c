package billing.ejb.account;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.money.Money;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What operators did. The one place that reads tables of other rooms: the newest of all is one question, and a copy of each
 * action would be a second truth.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class AuditRepository {
    private static final String NO_ACCOUNT = "CAST(NULL AS BIGINT) AS account";
    private static final String NO_AMOUNT = "CAST(NULL AS BIGINT) AS amount";
    private static final String NO_TEXT = "CAST(NULL AS VARCHAR(100)) AS account_text";

    /** Each gives kind, done_at, action_key, account, account_text, actor, reason, amount, detail. */
    private static final List<String> SOURCES = List.of(
            "SELECT kind, done_at, id AS action_key, account, " + NO_TEXT + ", actor, reason, " + NO_AMOUNT
                    + ", detail FROM operator_action",
            "SELECT 'TERMS' AS kind, changed_at AS done_at, 'terms-' || CAST(account AS VARCHAR(20)) || '-'"
                    + " || CAST(number AS VARCHAR(10)) AS action_key, account, " + NO_TEXT + ", actor, reason, "
                    + NO_AMOUNT
                    + ", terms_type AS detail FROM terms_change",
            "SELECT 'GRANT' AS kind, g.granted_at AS done_at, g.id AS action_key, g.account, " + NO_TEXT
                    + ", e.actor, g.reason, g.amount, '' AS detail FROM credit_grant g JOIN ledger_entry e"
                    + " ON e.account = g.account AND e.seq = g.entry_seq WHERE g.kind = 'FREE'",
            "SELECT 'REFUND' AS kind, created_at AS done_at, id AS action_key, account, " + NO_TEXT
                    + ", actor, reason, amount, purchase_id AS detail FROM refund",
            "SELECT 'CREDIT_NOTE' AS kind, issued_at AS done_at, number AS action_key, account, " + NO_TEXT
                    + ", actor, reason, amount, invoice AS detail FROM credit_note",
            "SELECT 'DISMISSED' AS kind, dismissed_at AS done_at, 'event-' || CAST(id AS VARCHAR(20)) AS action_key, "
                    + NO_ACCOUNT + ", account_text, dismissed_by AS actor, code AS reason, " + NO_AMOUNT
                    + ", event_id AS detail FROM rejected_event WHERE dismissed_at IS NOT NULL",
            "SELECT 'PRICE' AS kind, p.created_at AS done_at, p.id AS action_key, " + NO_ACCOUNT + ", " + NO_TEXT
                    + ", p.actor, '' AS reason, " + NO_AMOUNT
                    + ", s.code AS detail FROM price p JOIN sku s ON s.id = p.sku_id",
            "SELECT 'POLICY' AS kind, announced_at AS done_at, id AS action_key, " + NO_ACCOUNT + ", " + NO_TEXT
                    + ", actor, '' AS reason, " + NO_AMOUNT + ", title AS detail FROM policy_change");

    /** What an account's own people and keys did is theirs, and what happened by itself nobody did. */
    private static final String BY_THE_PLATFORM =
            " AND actor <> 'system' AND actor NOT LIKE 'mem!_%' ESCAPE '!' AND NOT EXISTS"
                    + " (SELECT 1 FROM api_key k WHERE k.id = actor AND k.account IS NOT NULL)";

    private static final String BEFORE = " WHERE done_at <= ? AND (done_at < ? OR action_key < ?)";
    private static final String ABOUT = " AND (account = ? OR account_text = ?)";
    private static final String NEWEST = " ORDER BY done_at DESC, action_key DESC FETCH FIRST ? ROWS ONLY";

    @Inject
    Database database;

    void add(OperatorAction action) {
        database.update(
                "INSERT INTO operator_action (id, kind, done_at, account, actor, reason, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                action.key(),
                action.kind(),
                action.at(),
                action.account(),
                action.actor(),
                action.reason(),
                action.detail());
    }

    Page<OperatorAction> list(@Nullable AccountId account, AuditCursor cursor, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < SOURCES.size(); i++) {
            values.addAll(List.of(cursor.at(), cursor.at(), cursor.key()));
            if (account != null) {
                values.addAll(List.of(account, account.toString()));
            }
            values.add(limit + 1);
        }
        values.add(limit + 1);
        String sql = SOURCES.stream()
                .map(source -> "(SELECT * FROM (" + source + ") one" + BEFORE + (account == null ? "" : ABOUT)
                        + BY_THE_PLATFORM + NEWEST + ")")
                .collect(Collectors.joining(" UNION ALL ", "SELECT * FROM (", ") actions" + NEWEST));
        return Page.of(database.list(sql, AuditRepository::action, values.toArray()), limit, AuditCursor::of);
    }

    private static OperatorAction action(ResultSet row) throws SQLException {
        return new OperatorAction(
                ActionKind.valueOf(row.getString("kind")),
                Database.instant(row, "done_at"),
                row.getString("action_key"),
                account(row),
                row.getString("actor"),
                Objects.requireNonNullElse(row.getString("reason"), ""),
                amount(row),
                row.getString("detail"));
    }

    private static @Nullable AccountId account(ResultSet row) throws SQLException {
        long id = row.getLong("account");
        if (!row.wasNull()) {
            return new AccountId(id);
        }
        return Optional.ofNullable(row.getString("account_text"))
                .flatMap(AccountId::parse)
                .orElse(null);
    }

    private static @Nullable Money amount(ResultSet row) throws SQLException {
        Money amount = Database.money(row, "amount");
        return row.wasNull() ? null : amount;
    }
}
