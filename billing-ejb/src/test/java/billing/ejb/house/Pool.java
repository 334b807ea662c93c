package billing.ejb.house;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * The house's connections, which take part in its transactions, and a probe that knows who holds how many. Nobody may hold
 * two at once: with a pool that is used up, everybody would wait for everybody.
 */
final class Pool implements AgroalPoolInterceptor, AutoCloseable {
    private static final int SIZE = 40;

    private final Map<Connection, Thread> out = new ConcurrentHashMap<>();
    private final AtomicReference<Throwable> greedy = new AtomicReference<>();
    private final AgroalDataSource source;
    private final DataSource lent;

    /** @param sharesOpenOnes whether the servers with this house's JPA give a transaction the connection it has open */
    Pool(TestDatabase database, boolean sharesOpenOnes) {
        try {
            source = AgroalDataSource.from(configuration(database));
            source.setPoolInterceptors(List.of(this));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        lent = sharesOpenOnes ? source : Handles.watching(source, () -> blame("somebody opens a second connection"));
    }

    private static AgroalDataSourceConfigurationSupplier configuration(TestDatabase database) {
        return new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(SIZE)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .transactionIntegration(
                                new NarayanaTransactionIntegration(Transactions.MANAGER, Transactions.REGISTRY))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.url())
                                .principal(new NamePrincipal(database.user()))
                                .credential(new SimplePassword(database.password()))));
    }

    DataSource source() {
        return lent;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (out.containsValue(Thread.currentThread())) {
            blame("somebody holds two connections at once");
        }
        out.put(real(connection), Thread.currentThread());
    }

    private void blame(String what) {
        greedy.compareAndSet(null, new AssertionError(what));
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        out.remove(real(connection));
    }

    private static Connection real(Connection connection) {
        try {
            return connection.unwrap(Connection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many connections the product holds right now; those of the simulated gateway do not count. */
    long out() {
        return out.values().stream()
                .filter(thread -> !thread.getName().startsWith(HouseThreads.PREFIX))
                .count();
    }

    /** The migration may hold as many as it likes. */
    void forgetGreed() {
        greedy.set(null);
    }

    /** @throws AssertionError if somebody has held two connections at once */
    void assertNobodyIsGreedy() {
        Throwable found = greedy.getAndSet(null);
        if (found != null) {
            throw new AssertionError(found.getMessage(), found);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
