package billing.ejb.access;

import billing.domain.access.AccessDecision;
import billing.domain.account.AccountStatus;
import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.id.AccountId;
import billing.domain.ledger.Balance;
import billing.domain.ledger.Overdue;
import billing.domain.money.Money;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one statement of the hot path: what access is decided by, and which of the keys that ask are revoked. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class AccessReadRepository {
    private static final String ACCOUNTS =
            "SELECT a.id, a.status, a.terms_type, a.terms_limit, a.balance_limit, b.purchased,"
                    + " b.free, b.debt, b.held, b.purchases, b.epoch, b.budgets, (SELECT COUNT(*) FROM api_key k"
                    + " WHERE k.revoked_at IS NOT NULL AND k.id IN (%s)) AS revoked, b.past_due, b.dispute_debt > 0 AS disputed"
                    + " FROM billing_account a JOIN ledger_balance b ON b.account = a.id WHERE a.id IN (%s)";
    private static final String REVOKED = "SELECT id FROM api_key WHERE revoked_at IS NOT NULL AND id IN (%s)";
    /** More questions are read one part after the other. */
    private static final int MOST = 64;

    /**
     * The statements by how many keys and accounts they ask for, which are powers of two: a list of parameters keeps its plan,
     * where the planner would make a new one for each array.
     */
    private static final Map<List<Integer>, String> STATEMENTS = new ConcurrentHashMap<>();

    @Inject
    Database database;

    /**
     * Who asks, and about what.
     *
     * @param keyId the id of the key that asks
     */
    record Question(AccountId account, String keyId) {}

    /**
     * What the rows say.
     *
     * @param isRevoked whether the key is one no more
     * @param access budgets not considered; null if there is no such account
     * @param isWatched whether there are any budgets
     */
    record Seen(boolean isRevoked, @Nullable AccessDecision access, boolean isWatched) {}

    private record Row(AccessDecision access, boolean isWatched) {}

    /** Opens what is read from a few times. */
    Reads open() {
        try {
            return new Reads(database.source().getConnection());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static DatabaseException failed(SQLException e) {
        return new DatabaseException("SQL state " + e.getSQLState() + " when access was read", e);
    }

    /** A connection, opened to be read from a few times. */
    static final class Reads implements SharedRead.Source<Question, Seen> {
        private final Connection connection;

        private Reads(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Map<Question, Seen> read(Collection<Question> questions) {
            List<Question> all = List.copyOf(questions);
            Map<Question, Seen> seen = new HashMap<>();
            try {
                for (int from = 0; from < all.size(); from += MOST) {
                    read(all.subList(from, Math.min(from + MOST, all.size())), seen);
                }
            } catch (SQLException e) {
                throw failed(e);
            }
            return seen;
        }

        private void read(List<Question> questions, Map<Question, Seen> seen) throws SQLException {
            Object[] keys = padded(questions.stream().map(Question::keyId));
            Object[] accounts =
                    padded(questions.stream().map(one -> one.account().value()));
            Map<AccountId, Row> rows = new HashMap<>();
            boolean someRevoked = false;
            try (PreparedStatement statement = prepare(statement(keys.length, accounts.length), keys, accounts);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.put(new AccountId(row.getLong(1)), row(row));
                    someRevoked = row.getLong(13) > 0;
                }
            }
            Set<String> revoked = someRevoked ? revoked(keys) : Set.of();
            questions.forEach(one -> seen.put(one, seen(rows.get(one.account()), revoked.contains(one.keyId()))));
        }

        private static Seen seen(@Nullable Row row, boolean isRevoked) {
            return row == null ? new Seen(isRevoked, null, false) : new Seen(isRevoked, row.access(), row.isWatched());
        }

        /** Which of the keys: asked only where there are any, which is rare. */
        private Set<String> revoked(Object[] keys) throws SQLException {
            Set<String> revoked = new HashSet<>();
            try (PreparedStatement statement = prepare(REVOKED.formatted(marks(keys.length)), keys);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    revoked.add(row.getString(1));
                }
            }
            return revoked;
        }

        private PreparedStatement prepare(String sql, Object[]... values) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            int index = 1;
            for (Object[] some : values) {
                for (Object value : some) {
                    statement.setObject(index++, value);
                }
            }
            return statement;
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw failed(e);
            }
        }
    }

    private static String statement(int keys, int accounts) {
        return STATEMENTS.computeIfAbsent(
                List.of(keys, accounts), none -> ACCOUNTS.formatted(marks(keys), marks(accounts)));
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Each once, and the last one again until they are a power of two. */
    private static Object[] padded(Stream<?> values) {
        List<Object> all = new ArrayList<>(values.distinct().toList());
        while (Integer.bitCount(all.size()) != 1) {
            all.add(all.get(all.size() - 1));
        }
        return all.toArray();
    }

    /** By the columns' numbers, because looking up their names would cost as much as all the rest. */
    private static Row row(ResultSet row) throws SQLException {
        AccessDecision access = AccessDecision.decide(
                AccountStatus.valueOf(row.getString(2)),
                new BillingTerms(
                        TermsType.valueOf(row.getString(3)), null, moneyOrNull(row, 4), null, moneyOrNull(row, 5)),
                row.getInt(10),
                Overdue.of(row.getBoolean(14), row.getBoolean(15)),
                new Balance(money(row, 6), money(row, 7), money(row, 8), money(row, 9), row.getLong(11)));
        return new Row(access, row.getInt(12) > 0);
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        return Money.ofNanos(row.getLong(column));
    }

    private static @Nullable Money moneyOrNull(ResultSet row, int column) throws SQLException {
        Money money = money(row, column);
        return row.wasNull() ? null : money;
    }
}
