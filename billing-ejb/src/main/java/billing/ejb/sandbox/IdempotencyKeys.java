package billing.ejb.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of {@code sandbox_idempotency}: what was asked for under a key, and what was answered. */
final class IdempotencyKeys {
    static final Duration REMEMBERED = Duration.ofHours(24);

    /** @param scope the digest of the secret key, so that each account has its own keys */
    record Key(String scope, String value) {}

    /** @param status null while the request is under way */
    record Entry(
            String endpoint,
            String fingerprint,
            String requestId,
            @Nullable Integer status,
            @Nullable String body) {}

    private static final String WHERE = " WHERE scope = ? AND idempotency_key = ?";
    private static final String COLUMNS =
            "SELECT endpoint, fingerprint, request_id, status, body FROM sandbox_idempotency";

    private final Connection connection;

    IdempotencyKeys(Connection connection) {
        this.connection = connection;
    }

    void forgetBefore(Instant time) throws SQLException {
        String sql = "DELETE FROM sandbox_idempotency WHERE created_at <= ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, Times.column(time));
            statement.executeUpdate();
        }
    }

    void forgetIfOld(Key key, Instant now) throws SQLException {
        String sql = "DELETE FROM sandbox_idempotency" + WHERE + " AND created_at <= ?";
        try (PreparedStatement statement = prepare(sql, key, 1)) {
            statement.setObject(3, Times.column(now.minus(REMEMBERED)));
            statement.executeUpdate();
        }
    }

    void claim(Key key, Entry entry, Instant now) throws SQLException {
        String sql = "INSERT INTO sandbox_idempotency (scope, idempotency_key, endpoint, fingerprint, request_id,"
                + " created_at) VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = prepare(sql, key, 1)) {
            statement.setString(3, entry.endpoint());
            statement.setString(4, entry.fingerprint());
            statement.setString(5, entry.requestId());
            statement.setObject(6, Times.column(now));
            statement.executeUpdate();
        }
    }

    Optional<Entry> find(Key key) throws SQLException {
        return one(COLUMNS + WHERE, key);
    }

    /** The entry, held until this transaction ends; nothing when it is gone or another transaction holds it. */
    Optional<Entry> hold(Key key) throws SQLException {
        return one(COLUMNS + WHERE + " FOR UPDATE SKIP LOCKED", key);
    }

    void store(Key key, Answer answer) throws SQLException {
        String sql = "UPDATE sandbox_idempotency SET status = ?, body = ?" + WHERE + " AND status IS NULL";
        try (PreparedStatement statement = prepare(sql, key, 3)) {
            statement.setInt(1, answer.status());
            statement.setString(2, answer.body());
            statement.executeUpdate();
        }
    }

    /** As if the request had never come. */
    void release(Key key) throws SQLException {
        try (PreparedStatement statement =
                prepare("DELETE FROM sandbox_idempotency" + WHERE + " AND status IS NULL", key, 1)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Key key, int firstIndex) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(firstIndex, key.scope());
        statement.setString(firstIndex + 1, key.value());
        return statement;
    }

    private Optional<Entry> one(String sql, Key key) throws SQLException {
        try (PreparedStatement statement = prepare(sql, key, 1);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            Integer status = rows.getObject(4, Integer.class);
            return Optional.of(
                    new Entry(rows.getString(1), rows.getString(2), rows.getString(3), status, rows.getString(5)));
        }
    }
}
