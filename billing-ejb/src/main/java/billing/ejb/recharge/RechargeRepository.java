package billing.ejb.recharge;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.recharge.AutoRecharge;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Auto-recharges and what was agreed to, in the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class RechargeRepository {
    private static final String AGREEMENT =
            "SELECT account, number, text, actor, address, agreed_at FROM recharge_agreement WHERE account = ?";

    @PersistenceContext(unitName = "billing")
    EntityManager entities;

    @Inject
    Database database;

    /** The account's auto-recharge, if it ever had one; who changes it has the account's balance locked. */
    Optional<AutoRecharge> find(AccountId account) {
        return Optional.ofNullable(entities.find(AutoRecharge.class, account.value()));
    }

    AutoRecharge findOrAdd(AccountId account) {
        return find(account).orElseGet(() -> {
            AutoRecharge added = new AutoRecharge(account);
            entities.persist(added);
            return added;
        });
    }

    void add(Agreement agreement) {
        database.update(
                "INSERT INTO recharge_agreement (account, number, text, actor, address, agreed_at) VALUES (?, ?, ?, ?, ?, ?)",
                agreement.account(),
                agreement.number(),
                agreement.text(),
                agreement.actor(),
                agreement.address(),
                agreement.agreedAt());
    }

    int lastNumber(AccountId account) {
        return database.one(
                        "SELECT COALESCE(MAX(number), 0) AS last FROM recharge_agreement WHERE account = ?",
                        row -> row.getInt("last"),
                        account)
                .orElse(0);
    }

    Optional<Agreement> agreement(AccountId account, int number) {
        return database.one(AGREEMENT + " AND number = ?", RechargeRepository::agreement, account, number);
    }

    Page<Agreement> agreements(AccountId account, long before, int limit) {
        List<Agreement> found = database.list(
                AGREEMENT + " AND number < ? ORDER BY number DESC FETCH FIRST ? ROWS ONLY",
                RechargeRepository::agreement,
                account,
                before,
                limit + 1);
        return Page.of(found, limit, agreement -> Integer.toString(agreement.number()));
    }

    Optional<Instant> nextTry() {
        return database.earliest("auto_recharge", "next_try_at");
    }

    List<AccountId> due(Instant now, int limit) {
        return database.list(
                "SELECT account FROM auto_recharge WHERE next_try_at <= ? ORDER BY next_try_at FETCH FIRST ? ROWS ONLY",
                row -> new AccountId(row.getLong("account")),
                now,
                limit);
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        @Nullable String address = row.getString("address");
        return new Agreement(
                new AccountId(row.getLong("account")),
                row.getInt("number"),
                row.getString("text"),
                row.getString("actor"),
                address,
                Database.instant(row, "agreed_at"));
    }
}
