package billing.ejb.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** What the database has a part in — keys, locks, times, outbox — holds on PostgreSQL as on H2. */
class OnPostgresTest {
    private static EmbeddedPostgres server;
    private static JdbcConnectionPool pool;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(server.getJdbcUrl("postgres", "postgres"));
        pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(40);
        SandboxTables.create(pool);
    }

    @AfterAll
    static void stop() throws IOException {
        pool.dispose();
        server.close();
    }

    /** The same tables, emptied: new ones for each test would cost more than the test. */
    private static DataSource database() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE sandbox_object, sandbox_attempt, sandbox_idempotency, sandbox_notice,"
                    + " sandbox_fault, sandbox_port");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return pool;
    }

    @Nested
    class Keys extends IdempotencyTest {
        @Override
        DataSource dataSource() {
            return database();
        }
    }

    @Nested
    class Faults extends FaultsTest {
        @Override
        DataSource dataSource() {
            return database();
        }
    }

    @Nested
    class AfterPayment extends AfterPaymentTest {
        @Override
        DataSource dataSource() {
            return database();
        }
    }
}
