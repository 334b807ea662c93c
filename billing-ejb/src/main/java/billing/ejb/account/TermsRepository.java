package billing.ejb.account;

import billing.domain.account.BillingTerms;
import billing.domain.account.ContractPlan;
import billing.domain.account.TermsType;
import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.money.Money;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the terms of accounts were, and which end. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class TermsRepository {
    @Inject
    Database database;

    void add(TermsChange change) {
        BillingTerms terms = change.terms();
        database.update(
                "INSERT INTO terms_change (account, number, changed_at, actor, reason, terms_type, tier, terms_limit,"
                        + " net_days, balance_limit, plan, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                change.account(),
                change.number(),
                change.changedAt(),
                change.actor(),
                change.reason(),
                terms.type(),
                terms.tier(),
                terms.limit(),
                terms.netDays(),
                terms.ownLimit(),
                terms.plan(),
                terms.endsAt());
    }

    int lastNumber(AccountId account) {
        return database.one(
                        "SELECT COALESCE(MAX(number), 0) AS last FROM terms_change WHERE account = ?",
                        row -> row.getInt("last"),
                        account)
                .orElse(0);
    }

    Page<TermsChange> changes(AccountId account, long before, int limit) {
        List<TermsChange> found = database.list(
                "SELECT * FROM terms_change WHERE account = ? AND number < ? ORDER BY number DESC"
                        + " FETCH FIRST ? ROWS ONLY",
                TermsRepository::change,
                account,
                before,
                limit + 1);
        return Page.of(found, limit, change -> Integer.toString(change.number()));
    }

    Optional<Instant> nextEnd() {
        return database.earliest("billing_account", "terms_end");
    }

    List<AccountId> ended(Instant now, int limit) {
        return database.list(
                "SELECT id FROM billing_account WHERE terms_end <= ? ORDER BY terms_end FETCH FIRST ? ROWS ONLY",
                row -> new AccountId(row.getLong("id")),
                now,
                limit);
    }

    private static TermsChange change(ResultSet row) throws SQLException {
        @Nullable String plan = row.getString("plan");
        BillingTerms terms = new BillingTerms(
                TermsType.valueOf(row.getString("terms_type")),
                number(row, "tier"),
                money(row, "terms_limit"),
                number(row, "net_days"),
                money(row, "balance_limit"),
                plan == null ? null : ContractPlan.valueOf(plan),
                Database.instantOrNull(row, "ends_at"));
        return new TermsChange(
                new AccountId(row.getLong("account")),
                row.getInt("number"),
                Database.instant(row, "changed_at"),
                row.getString("actor"),
                row.getString("reason"),
                terms);
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        Money value = Database.money(row, column);
        return row.wasNull() ? null : value;
    }
}
