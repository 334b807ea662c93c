package billing.ejb.sandbox;

import billing.ejb.sandbox.GatewayCharge.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record of every attempt to take money, in {@code sandbox_attempt}. */
final class Attempts {
    private static final String COLUMNS =
            "SELECT charge, payment_intent, customer, idempotency_key, amount, status, created_at FROM sandbox_attempt ";

    private final Connection connection;

    Attempts(Connection connection) {
        this.connection = connection;
    }

    void add(GatewayCharge charge) throws SQLException {
        String sql = "INSERT INTO sandbox_attempt (charge, payment_intent, customer, idempotency_key, amount, status,"
                + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, charge.id());
            statement.setString(2, charge.paymentIntent());
            statement.setString(3, charge.customer());
            statement.setString(4, charge.idempotencyKey());
            statement.setLong(5, charge.amount());
            statement.setString(6, charge.status().name());
            statement.setObject(7, Times.column(charge.createdAt()));
            statement.executeUpdate();
        }
    }

    void become(String charge, Status status) throws SQLException {
        String sql = "UPDATE sandbox_attempt SET status = ? WHERE charge = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, status.name());
            statement.setString(2, charge);
            statement.executeUpdate();
        }
    }

    /** The attempt of a payment that waits for its bank's approval. */
    Optional<GatewayCharge> waiting(String paymentIntent) throws SQLException {
        String sql = COLUMNS + "WHERE payment_intent = ? AND status = ? ORDER BY seq DESC";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, paymentIntent);
            statement.setString(2, Status.REQUIRES_ACTION.name());
            return read(statement).stream().findFirst();
        }
    }

    /** A page of all attempts, or of one customer's, newest first. */
    List<GatewayCharge> list(@Nullable String customer, @Nullable String after, int limit) throws SQLException {
        String sql = COLUMNS + "WHERE 1 = 1"
                + (customer == null ? "" : " AND customer = ?")
                + (after == null ? "" : " AND seq < (SELECT seq FROM sandbox_attempt WHERE charge = ?)")
                + " ORDER BY seq DESC FETCH FIRST " + limit + " ROWS ONLY";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            if (customer != null) {
                statement.setString(index++, customer);
            }
            if (after != null) {
                statement.setString(index, after);
            }
            return read(statement);
        }
    }

    private static List<GatewayCharge> read(PreparedStatement statement) throws SQLException {
        List<GatewayCharge> charges = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Instant createdAt = Objects.requireNonNull(Times.read(rows, 7));
                charges.add(new GatewayCharge(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getLong(5),
                        Status.valueOf(rows.getString(6)),
                        createdAt));
            }
        }
        return charges;
    }
}
