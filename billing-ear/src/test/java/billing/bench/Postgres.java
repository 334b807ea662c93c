package billing.bench;

import billing.it.Property;
import billing.it.crash.DurablePostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The PostgreSQL that both sides use, each in a database of its own. */
final class Postgres implements AutoCloseable {

    static final String PRODUCT = "product";

    /** Checkpoints would fall into one side's round or the other's; they are made before each round instead. */
    private static final Map<String, String> SETTINGS = Map.of(
            "shared_buffers", "1GB",
            "max_wal_size", "16GB",
            "checkpoint_timeout", "1h");

    private final Path work;
    private final DurablePostgres server;

    /** In a new folder, or on what an earlier run left in the one that is named. */
    Postgres(String folder) {
        String given = folder.isEmpty() ? "bench-" + System.nanoTime() : folder;
        try {
            work = Files.createDirectories(Path.of(Property.of("billing.work")).resolve(given));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        int port = Integer.parseInt(Property.of("billing.postgres.port"));
        server = new DurablePostgres(work.resolve("postgres"), port, SETTINGS).start();
        createDatabase(PRODUCT);
    }

    static String settings() {
        return "fsync, synchronous_commit and full_page_writes on; " + SETTINGS;
    }

    Path work() {
        return work;
    }

    int port() {
        return server.port();
    }

    long pid() {
        return server.pid();
    }

    String url(String database) {
        return server.url(database);
    }

    java.sql.Connection connect(String database) throws SQLException {
        return server.connect(database);
    }

    /** Makes a database unless it is there. */
    void createDatabase(String name) {
        if (number("postgres", "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'") == 0) {
            execute("postgres", "CREATE DATABASE " + name);
        }
    }

    void checkpoint() {
        execute("postgres", "CHECKPOINT");
    }

    void execute(String database, String... statements) {
        try (java.sql.Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long number(String database, String query) {
        return numbers(database, query).get(0);
    }

    List<Long> numbers(String database, String query) {
        try (java.sql.Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<Long> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How many bytes were ever written to the log. */
    long logged() {
        return number("postgres", "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    @Override
    public void close() {
        server.close();
    }
}
