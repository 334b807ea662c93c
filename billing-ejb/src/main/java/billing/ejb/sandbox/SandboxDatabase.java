package billing.ejb.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Transactions of the simulator's own, on connections that belong to no JTA transaction: its threads are not the
 * server's, and what the gateway did stays done whatever becomes of the application's transaction.
 */
final class SandboxDatabase {
    private static final int TRIES = 6;
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "HYT00", "55P03");

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Tx tx) throws SQLException;
    }

    private final DataSource dataSource;
    private final InstantSource clock;
    private final boolean notifying;
    private volatile Consumer<List<Long>> afterCommit = notices -> {};

    SandboxDatabase(DataSource dataSource, InstantSource clock, boolean notifying) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.notifying = notifying;
    }

    /** Is told after each commit which notices must go out at once; mostly none. */
    void afterCommit(Consumer<List<Long>> listener) {
        this.afterCommit = listener;
    }

    Instant now() {
        return clock.instant();
    }

    <T> T in(Tx.Origin origin, Work<T> work) {
        return in(clock.instant(), origin, work);
    }

    /** Runs the work, again from its start when the database could not decide between two of them. */
    <T> T in(Instant now, Tx.Origin origin, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(now, origin, work);
            } catch (SQLException e) {
                if (attempt == TRIES || !isTransient(e)) {
                    throw new IllegalStateException("The sandbox could not use its tables", e);
                }
                LockSupport.parkNanos(5_000_000L << attempt);
            }
        }
    }

    private <T> T once(Instant now, Tx.Origin origin, Work<T> work) throws SQLException {
        List<Long> first;
        T result;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Tx tx = new Tx(connection, now, origin, notifying);
                result = work.in(tx);
                first = tx.writeEvents();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        afterCommit.accept(first);
        return result;
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Deadlocks, serialization failures and H2's lock time-outs: the other one wins, then it is our turn. */
    private static boolean isTransient(SQLException e) {
        return TRANSIENT.contains(String.valueOf(e.getSQLState())) || e.getErrorCode() == 50200;
    }

    /** A duplicate key. */
    static boolean isTaken(SQLException e) {
        return "23505".equals(e.getSQLState());
    }
}
