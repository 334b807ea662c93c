package billing.ejb.access;

import billing.domain.access.AccessDecision;
import billing.domain.account.AccountStatus;
import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.id.AccountId;
import billing.domain.ledger.Balance;
import billing.domain.money.Money;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one statement of the hot path: what access is decided by, and which of the keys that ask are revoked. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class AccessReadRepository {
    private static final String READ = "SELECT a.id, '' AS revoked, a.status, a.terms_type, a.terms_limit,"
            + " a.balance_limit, b.purchased, b.free, b.debt, b.held, b.purchases, b.epoch, b.budgets"
            + " FROM billing_account a JOIN ledger_balance b ON b.account = a.id WHERE a.id = ANY(?)"
            + " UNION ALL SELECT 0, k.id, '', '', NULL, NULL, 0, 0, 0, 0, 0, 0, 0 FROM api_key k"
            + " WHERE k.id = ANY(?) AND k.revoked_at IS NOT NULL";

    @Inject
    Database database;

    /**
     * What one row says.
     *
     * @param access budgets not considered
     * @param isWatched whether there are any
     */
    record Row(AccessDecision access, boolean isWatched) {}

    /** What the accounts' rows say, by their ids, and the ids of those keys that are revoked. */
    record Rows(Map<AccountId, Row> accounts, Set<String> revoked) {}

    Rows read(Collection<AccessQuestion> questions) {
        Rows rows = new Rows(new HashMap<>(), new HashSet<>());
        List<Boolean> read = database.list(READ, row -> add(row, rows), accounts(questions), keys(questions));
        return read.isEmpty() ? new Rows(Map.of(), Set.of()) : rows;
    }

    private static Object accounts(Collection<AccessQuestion> questions) {
        return questions.stream().map(one -> one.account().value()).distinct().toArray(Long[]::new);
    }

    private static Object keys(Collection<AccessQuestion> questions) {
        return questions.stream().map(AccessQuestion::keyId).distinct().toArray(String[]::new);
    }

    private static boolean add(ResultSet row, Rows rows) throws SQLException {
        String revoked = row.getString(2);
        if (revoked.isEmpty()) {
            rows.accounts().put(new AccountId(row.getLong(1)), row(row));
        } else {
            rows.revoked().add(revoked);
        }
        return true;
    }

    /** By the columns' numbers, because looking up their names would cost as much as all the rest. */
    private static Row row(ResultSet row) throws SQLException {
        AccessDecision access = AccessDecision.decide(
                AccountStatus.valueOf(row.getString(3)),
                new BillingTerms(
                        TermsType.valueOf(row.getString(4)), null, moneyOrNull(row, 5), null, moneyOrNull(row, 6)),
                row.getInt(11),
                new Balance(money(row, 7), money(row, 8), money(row, 9), money(row, 10), row.getLong(12)));
        return new Row(access, row.getInt(13) > 0);
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        return Money.ofNanos(row.getLong(column));
    }

    private static @Nullable Money moneyOrNull(ResultSet row, int column) throws SQLException {
        Money money = money(row, column);
        return row.wasNull() ? null : money;
    }
}
