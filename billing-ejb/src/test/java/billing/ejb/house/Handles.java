package billing.ejb.house;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * A data source that notices a transaction that opens its connection again before it has closed it. This house's pool gives
 * it the same one; Payara's and GlassFish's take another one out of the pool for as long, while its rows are locked.
 */
final class Handles {
    private final DataSource source;
    private final Runnable opensASecond;
    private final Set<Object> open = ConcurrentHashMap.newKeySet();

    private Handles(DataSource source, Runnable opensASecond) {
        this.source = source;
        this.opensASecond = opensASecond;
    }

    /** The same data source, watched. */
    static DataSource watching(DataSource source, Runnable opensASecond) {
        Handles handles = new Handles(source, opensASecond);
        return proxy(DataSource.class, (self, method, args) -> handles.call(method, args));
    }

    private Object call(Method method, Object[] args) throws Throwable {
        Object result = invoke(source, method, args);
        Object transaction = Transactions.REGISTRY.getTransactionKey();
        if (transaction == null || !(result instanceof Connection connection)) {
            return result;
        }
        if (!open.add(transaction)) {
            opensASecond.run();
        }
        return proxy(Connection.class, (self, called, values) -> {
            if (called.getName().equals("close")) {
                open.remove(transaction);
            }
            return invoke(connection, called, values);
        });
    }

    private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Handles.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
