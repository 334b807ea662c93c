package billing.ejb.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway's objects in {@code sandbox_object}, as seen by one transaction. */
final class Documents {
    private static final String COLUMNS = "SELECT kind, body, behaviour, return_url, due_at FROM sandbox_object ";

    private final Connection connection;

    Documents(Connection connection) {
        this.connection = connection;
    }

    Optional<Doc> find(Kind kind, String id) throws SQLException {
        return one(COLUMNS + "WHERE id = ? AND kind = ?", kind, id);
    }

    /** Reads the object and keeps every other transaction from changing it until this one ends. */
    Optional<Doc> lock(Kind kind, String id) throws SQLException {
        return one(COLUMNS + "WHERE id = ? AND kind = ? FOR UPDATE", kind, id);
    }

    Doc need(Kind kind, String id) throws SQLException {
        return find(kind, id).orElseThrow(() -> ApiError.missing(kind, id, "id"));
    }

    Doc needLocked(Kind kind, String id) throws SQLException {
        return lock(kind, id).orElseThrow(() -> ApiError.missing(kind, id, "id"));
    }

    /** Writes the object, new or changed; the columns it is found by follow from its body. */
    Doc save(Doc doc) throws SQLException {
        if (update(doc) == 0) {
            insert(doc);
        }
        return doc;
    }

    void remove(Doc doc) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM sandbox_object WHERE id = ?")) {
            statement.setString(1, doc.id());
            statement.executeUpdate();
        }
    }

    List<Doc> list(Listing listing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + listing.sql())) {
            int index = 1;
            for (Object argument : listing.arguments()) {
                statement.setObject(index++, argument);
            }
            return read(statement);
        }
    }

    Optional<Instant> nextDue() throws SQLException {
        String sql = "SELECT MIN(due_at) FROM sandbox_object WHERE due_at IS NOT NULL";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(Times.read(rows, 1)) : Optional.empty();
        }
    }

    List<Doc> due(Instant now, int limit) throws SQLException {
        String sql = COLUMNS + "WHERE due_at <= ? ORDER BY due_at, seq FETCH FIRST " + limit + " ROWS ONLY";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, Times.column(now));
            return read(statement);
        }
    }

    private Optional<Doc> one(String sql, Kind kind, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.setString(2, kind.name());
            return read(statement).stream().findFirst();
        }
    }

    private static List<Doc> read(PreparedStatement statement) throws SQLException {
        List<Doc> docs = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                docs.add(new Doc(
                        Kind.valueOf(rows.getString("kind")),
                        Jsons.parse(rows.getString("body")),
                        rows.getString("behaviour"),
                        rows.getString("return_url"),
                        Times.read(rows, 5)));
            }
        }
        return docs;
    }

    private int update(Doc doc) throws SQLException {
        String sql =
                "UPDATE sandbox_object SET customer = ?, parent = ?, search_key = ?, behaviour = ?, return_url = ?, due_at = ?,"
                        + " body = ? WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, doc);
            return statement.executeUpdate();
        }
    }

    private void insert(Doc doc) throws SQLException {
        String sql =
                "INSERT INTO sandbox_object (customer, parent, search_key, behaviour, return_url, due_at, body, id, kind,"
                        + " created)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, doc);
            statement.setString(9, doc.kind().name());
            statement.setLong(10, doc.body().getInt("created", 0));
            statement.executeUpdate();
        }
    }

    private static void fill(PreparedStatement statement, Doc doc) throws SQLException {
        statement.setString(1, doc.text("customer"));
        statement.setString(2, member(doc, doc.kind().parentMember));
        statement.setString(3, member(doc, doc.kind().searchMember));
        statement.setString(4, doc.behaviour());
        statement.setString(5, doc.returnUrl());
        statement.setObject(6, Times.column(doc.dueAt()));
        statement.setString(7, doc.body().toString());
        statement.setString(8, doc.id());
    }

    private static @Nullable String member(Doc doc, @Nullable String name) {
        return name == null ? null : doc.text(name);
    }
}
