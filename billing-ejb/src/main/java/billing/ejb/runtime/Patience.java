package billing.ejb.runtime;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The data source for work that takes long by its nature. The server's own gives a statement up that takes longer than a user
 * waits: right for a request, and wrong for an index over a million rows. A connection is given back as it was.
 */
final class Patience implements DataSource {
    private static final int LONG_MILLIS = (int) Duration.ofHours(1).toMillis();

    private final DataSource source;

    Patience(DataSource source) {
        this.source = source;
    }

    /** Makes a connection wait for long answers; gives what it would have done. */
    static int begin(Connection connection) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, LONG_MILLIS);
        return usual;
    }

    static void end(Connection connection, int usual) throws SQLException {
        if (!connection.isClosed()) {
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return patient(source.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return patient(source.getConnection(user, password));
    }

    private static Connection patient(Connection connection) throws SQLException {
        int usual = begin(connection);
        return (Connection) Proxy.newProxyInstance(
                Patience.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    if (method.getName().equals("close")) {
                        end(connection, usual);
                    }
                    return call(connection, method, values);
                });
    }

    private static Object call(Connection connection, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(connection, values);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
