package billing.ejb.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** Notices that are still to be delivered, in {@code sandbox_notice}. */
final class Outbox {

    private static final String COLUMNS = "SELECT id, payload, attempts, next_at FROM sandbox_notice ";

    /**
     * @param attempts how often it was tried in vain
     * @param nextAt when it may be tried again; it moves with each claim, so it tells one claim from the next
     */
    record Notice(long id, String payload, int attempts, LocalDateTime nextAt) {}

    private final Connection connection;

    Outbox(Connection connection) {
        this.connection = connection;
    }

    long add(String event, String payload, Instant at) throws SQLException {
        String sql = "INSERT INTO sandbox_notice (event, payload, attempts, next_at) VALUES (?, ?, 0, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
            statement.setString(1, event);
            statement.setString(2, payload);
            statement.setObject(3, Times.column(at));
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** The oldest notice whose time has come. */
    Optional<Notice> next(Instant now) throws SQLException {
        String sql = COLUMNS + "WHERE next_at <= ? ORDER BY next_at, id FETCH FIRST 1 ROWS ONLY";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, Times.column(now));
            return read(statement);
        }
    }

    Optional<Notice> find(long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
            statement.setLong(1, id);
            return read(statement);
        }
    }

    /** Takes the notice for one attempt; false when another node or thread was faster. */
    boolean claim(Notice notice, Instant until) throws SQLException {
        String sql = "UPDATE sandbox_notice SET next_at = ? WHERE id = ? AND next_at = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, Times.column(until));
            statement.setLong(2, notice.id());
            statement.setObject(3, notice.nextAt());
            return statement.executeUpdate() == 1;
        }
    }

    void retry(long id, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE sandbox_notice SET attempts = attempts + 1, next_at = ? WHERE id = ?")) {
            statement.setObject(1, Times.column(at));
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }

    void remove(long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM sandbox_notice WHERE id = ?")) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    /** How many were not tried to the end even once. */
    int untried() throws SQLException {
        return count("SELECT COUNT(*) FROM sandbox_notice WHERE attempts = ?", 0);
    }

    /** How many of one event did not arrive yet. */
    int pending(String event) throws SQLException {
        return count("SELECT COUNT(*) FROM sandbox_notice WHERE event = ?", event);
    }

    private int count(String sql, Object argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static Optional<Notice> read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(read(rows)) : Optional.empty();
        }
    }

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(row.getLong(1), row.getString(2), row.getInt(3), row.getObject(4, LocalDateTime.class));
    }
}
