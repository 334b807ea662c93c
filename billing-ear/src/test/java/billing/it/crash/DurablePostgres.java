package billing.it.crash;

import billing.it.Property;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that keeps what it acknowledged, as in production, and whose processes can be killed. */
public final class DurablePostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private @Nullable EmbeddedPostgres running;

    /** In a folder of the run, with settings beside those that make it durable. */
    public DurablePostgres(Path data, int port, Map<String, String> settings) {
        this.data = data;
        this.port = port;
        this.settings = settings;
    }

    /** On the port that this run has for one. */
    static DurablePostgres ofThisRun(String name) {
        Path data = Path.of(Property.of("billing.work"), "crash", name + "-postgres-" + System.nanoTime());
        return new DurablePostgres(data, Integer.parseInt(Property.of("billing.postgres.port")), Map.of());
    }

    /** Starts it, on what is in its folder already. */
    public DurablePostgres start() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (running == null) {
            running = tryToStart(deadline).orElse(null);
        }
        return this;
    }

    /** Processes that survive their postmaster by a moment keep a new one from starting. */
    private Optional<EmbeddedPostgres> tryToStart(long deadline) {
        try {
            return Optional.of(builder().start());
        } catch (IOException | RuntimeException failed) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL does not start in " + data, failed);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            return Optional.empty();
        }
    }

    private EmbeddedPostgres.Builder builder() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        settings.forEach(builder::setServerConfig);
        return builder;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public long pid() {
        return postmaster().pid();
    }

    public int port() {
        return port;
    }

    /** Connects, with patience: whoever was killed a moment ago may take the others with it only now. */
    public Connection connect(String database) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return tryToConnect(database);
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private Connection tryToConnect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "postgres");
    }

    /** As kill -9 of the postmaster: its children notice and end too. */
    void killPostmaster() {
        postmaster().destroyForcibly();
        close();
    }

    /** As kill -9 of whoever serves a connection: the postmaster ends all others, recovers and goes on. */
    void killBackend(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Waits until it takes connections. */
    void awaitUp() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isUp()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("PostgreSQL does not come back in " + data);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean isUp() {
        try (Connection connection = tryToConnect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private ProcessHandle postmaster() {
        return runningPostmaster().orElseThrow();
    }

    private Optional<ProcessHandle> runningPostmaster() {
        Path file = data.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file, StandardCharsets.UTF_8)
                            .get(0)
                            .strip()))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        if (running == null) {
            return;
        }
        Optional<ProcessHandle> postmaster = runningPostmaster();
        try {
            running.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        postmaster.ifPresent(DurablePostgres::end);
        running = null;
    }

    /** One that takes its time to stop would keep the port from the next. */
    private static void end(ProcessHandle postmaster) {
        postmaster.destroyForcibly();
        postmaster.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
