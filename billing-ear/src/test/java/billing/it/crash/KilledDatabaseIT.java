package billing.it.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed under load. The application says 503 meanwhile and goes on by itself, with nothing lost. */
class KilledDatabaseIT {

    private static final int KILLS = Integer.getInteger("billing.database-kills", 20);
    private static final Duration SERVES_AGAIN = Duration.ofSeconds(10);

    private final Random random = new Random(7);

    @Test
    void what_was_acknowledged_survives_kill_9_of_postgres() throws Exception {
        try (DurablePostgres postgres =
                        DurablePostgres.ofThisRun("killed-database").start();
                QuickStart app = new QuickStart("killed-database")
                        .onDatabase(postgres.url("postgres"))
                        .start();
                Reporters reporters = Reporters.start(app.billing())) {
            for (int kill = 0; kill < KILLS; kill++) {
                reporters.awaitMore(20);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
                if (kill % 2 == 0) {
                    postgres.killPostmaster();
                    postgres.start();
                } else {
                    postgres.killBackend(someBackend(postgres));
                    postgres.awaitUp();
                }
                Duration away = reporters.awaitMore(1);
                assertTrue(away.compareTo(SERVES_AGAIN) <= 0, "serves only after " + away);
            }
            new WhatWasReported(postgres).isRecordedOnce(reporters, app.billing());
            assertTrue(
                    Set.of(503, 429).containsAll(reporters.refusals()),
                    reporters.refusals().toString());
        }
    }

    private long someBackend(DurablePostgres postgres) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pid FROM pg_stat_activity"
                        + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()")) {
            List<Long> pids = new ArrayList<>();
            while (rows.next()) {
                pids.add(rows.getLong(1));
            }
            assertEquals(false, pids.isEmpty(), "The application has no connection");
            return pids.get(random.nextInt(pids.size()));
        }
    }
}
