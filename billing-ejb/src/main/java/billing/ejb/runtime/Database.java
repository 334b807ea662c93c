package billing.ejb.runtime;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL through the server's data source {@code jdbc/billing}, in the caller's transaction, for the places where JPA
 * would be in the way.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class Database {
    /** The name under which every server offers the data source. */
    public static final String NAME = "jdbc/billing";

    private static final String NOT_UNIQUE = "23505";

    @Inject
    JpaConnection jpa;

    private DataSource source;
    private volatile @Nullable Boolean arrays;

    /** What is made of a row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** What is done on a connection. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** By name, because {@code @Resource(lookup)} of a plain name is not the same on all servers. */
    @PostConstruct
    @SuppressWarnings("BanJNDI") // the name is a constant
    void find() {
        try {
            source = InitialContext.doLookup(NAME);
        } catch (NamingException e) {
            throw new IllegalStateException("BILL-0002 the server has no data source " + NAME, e);
        }
    }

    public DataSource source() {
        return source;
    }

    /** The same for what takes longer than a user waits. */
    DataSource patientSource() {
        return new Patience(source);
    }

    /** On JPA's connection where it has one: a transaction that holds rows never waits for a second one. */
    private <T> T connected(Work<T> work) throws SQLException {
        Connection lent = jpa.borrow().orElse(null);
        if (lent != null) {
            return work.on(lent);
        }
        try (Connection own = source.getConnection()) {
            return work.on(own);
        }
    }

    /** Lets statements of the caller's transaction take longer than a user waits. */
    public <T> T patiently(Supplier<T> work) {
        try {
            return connected(connection -> {
                int usual = Patience.begin(connection);
                try {
                    return work.get();
                } finally {
                    Patience.end(connection, usual);
                }
            });
        } catch (SQLException e) {
            throw new DatabaseException("BILL-0004 no connection from " + NAME, e);
        }
    }

    /** The database's name for itself. */
    public String product() {
        try {
            return connected(connection -> connection.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new DatabaseException("BILL-0004 no connection from " + NAME, e);
        }
    }

    /** Whether the database is PostgreSQL, which takes many rows as arrays in one statement. */
    public boolean takesArrays() {
        if (arrays == null) {
            arrays = product().equals("PostgreSQL");
        }
        return arrays;
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        try {
            return connected(connection -> list(connection, sql, mapper, values));
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    private static <T> List<T> list(Connection connection, String sql, RowMapper<T> mapper, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(mapper.map(rows));
            }
            return all;
        }
    }

    /** The only row of a query, if there is one. */
    public <T> Optional<T> one(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return list(sql, mapper, values).stream().findFirst();
    }

    /** The earliest time in a column of a table, if there is one in any row. */
    public Optional<Instant> earliest(String table, String column) {
        String sql = "SELECT MIN(" + column + ") AS earliest FROM " + table;
        return one(sql, row -> Optional.ofNullable(instantOrNull(row, "earliest")))
                .flatMap(time -> time);
    }

    /** Runs a statement and says how many rows it changed. */
    public int update(String sql, @Nullable Object... values) {
        try {
            return connected(connection -> update(connection, sql, values));
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Inserts a row unless its key is taken. On H2 a statement that fails undoes only itself. */
    public void insertUnlessThere(String insert, @Nullable Object... values) {
        if (takesArrays()) {
            update(insert + " ON CONFLICT DO NOTHING", values);
            return;
        }
        try {
            update(insert, values);
        } catch (DatabaseException e) {
            if (!(e.getCause() instanceof SQLException cause && NOT_UNIQUE.equals(cause.getSQLState()))) {
                throw e;
            }
        }
    }

    /** A time column, which holds UTC. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** A time column that may be null. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        LocalDateTime utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    /** A money column, which holds nanos. */
    public static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofNanos(row.getLong(column));
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            set(statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof SqlArrays.Column array) {
            statement.setArray(index, statement.getConnection().createArrayOf(array.type(), array.values()));
        } else {
            statement.setObject(index, column(value));
        }
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Money money) {
            return money.nanos();
        }
        if (value instanceof AccountId id) {
            return id.value();
        }
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static DatabaseException failed(String sql, SQLException e) {
        return new DatabaseException("SQL state " + e.getSQLState() + " in: " + sql, e);
    }
}
