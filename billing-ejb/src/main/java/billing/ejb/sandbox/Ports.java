package billing.ejb.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The ports that were given out before, in {@code sandbox_port}: a restart on "any free port" prefers them. */
final class Ports {
    private final Connection connection;

    Ports(Connection connection) {
        this.connection = connection;
    }

    List<Integer> known() throws SQLException {
        List<Integer> ports = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT port FROM sandbox_port ORDER BY port");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ports.add(rows.getInt(1));
            }
        }
        return ports;
    }

    void remember(int port) throws SQLException {
        if (known().contains(port)) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO sandbox_port (port) VALUES (?)")) {
            statement.setInt(1, port);
            statement.executeUpdate();
        }
    }
}
