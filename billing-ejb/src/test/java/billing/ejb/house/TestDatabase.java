package billing.ejb.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** An empty database of its own. One PostgreSQL serves the whole JVM; H2 is what the quick start ships, in memory. */
record TestDatabase(String url, String user, String password) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Started when the first house wants it. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static TestDatabase h2() {
        return new TestDatabase(
                "jdbc:h2:mem:billing" + COUNT.incrementAndGet()
                        + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE",
                "sa",
                "");
    }

    static TestDatabase postgresql() {
        String name = "billing" + COUNT.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "postgres");
    }
}
