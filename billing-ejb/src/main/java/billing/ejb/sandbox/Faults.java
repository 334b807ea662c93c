package billing.ejb.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scripted faults in {@code sandbox_fault}. A charge meets at most one fault of its answer and one of its notices,
 * the oldest that fits its customer, so that "charged, unanswered and unannounced" can be played.
 */
final class Faults {
    private final Connection connection;

    Faults(Connection connection) {
        this.connection = connection;
    }

    void script(FaultKind kind, int times, @Nullable String customer) throws SQLException {
        String sql = "INSERT INTO sandbox_fault (kind, customer, remaining) VALUES (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, kind.name());
            statement.setString(2, customer);
            statement.setInt(3, times);
            statement.executeUpdate();
        }
    }

    Optional<FaultKind> takeForAnswer(@Nullable String customer) throws SQLException {
        return take(customer, true);
    }

    Optional<FaultKind> takeForNotices(@Nullable String customer) throws SQLException {
        return take(customer, false);
    }

    private Optional<FaultKind> take(@Nullable String customer, boolean forAnswer) throws SQLException {
        for (Scripted fault : scripted(customer)) {
            if (fault.kind.strikesAnswer() == forAnswer && use(fault.id)) {
                return Optional.of(fault.kind);
            }
        }
        return Optional.empty();
    }

    private List<Scripted> scripted(@Nullable String customer) throws SQLException {
        String sql = "SELECT id, kind FROM sandbox_fault WHERE remaining > 0 AND (customer IS NULL OR customer = ?)"
                + " ORDER BY id";
        List<Scripted> faults = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, customer == null ? "" : customer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    faults.add(new Scripted(rows.getLong(1), FaultKind.valueOf(rows.getString(2))));
                }
            }
        }
        return faults;
    }

    private boolean use(long id) throws SQLException {
        String sql = "UPDATE sandbox_fault SET remaining = remaining - 1 WHERE id = ? AND remaining > 0";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            return statement.executeUpdate() == 1;
        }
    }

    private record Scripted(long id, FaultKind kind) {}
}
