package billing.ejb.house;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import jakarta.persistence.TransactionRequiredException;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Synchronization;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;

/**
 * What {@code @PersistenceContext} gives: one entity manager per transaction; outside of one a fresh one for each call, or
 * for a query until its result is there. Jakarta Persistence 3.1, section 7.6.
 */
final class SharedEntities {
    private static final Set<String> WRITES = Set.of("persist", "merge", "remove", "refresh", "flush");

    private final EntityManagerFactory unit;

    private SharedEntities(EntityManagerFactory unit) {
        this.unit = unit;
    }

    static EntityManager of(EntityManagerFactory unit) {
        SharedEntities shared = new SharedEntities(unit);
        return proxy(EntityManager.class, (p, method, args) -> shared.call(method, args));
    }

    private Object call(Method method, Object[] args) throws Throwable {
        if (Transactions.isActive()) {
            return invoke(ofTransaction(), method, args);
        }
        if (WRITES.contains(method.getName())) {
            throw new TransactionRequiredException(method.getName());
        }
        EntityManager alone = unit.createEntityManager();
        Object result = invoke(alone, method, args);
        if (result instanceof Query query) {
            return detaching(query, alone);
        }
        alone.close();
        return result;
    }

    private EntityManager ofTransaction() {
        EntityManager known = (EntityManager) Transactions.REGISTRY.getResource(unit);
        if (known != null) {
            return known;
        }
        EntityManager opened = unit.createEntityManager();
        Transactions.REGISTRY.putResource(unit, opened);
        Transactions.REGISTRY.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // the provider flushes by itself
            }

            @Override
            public void afterCompletion(int status) {
                opened.close();
            }
        });
        return opened;
    }

    private static Object detaching(Query query, EntityManager alone) {
        return proxy(TypedQuery.class, (self, method, args) -> {
            if (method.getName().equals("getResultStream")) {
                return ((List<?>) ((Query) self).getResultList()).stream();
            }
            boolean last =
                    method.getName().equals("getResultList") || method.getName().equals("getSingleResult");
            try {
                Object result = invoke(query, method, args);
                return result == query ? self : result;
            } finally {
                if (last) {
                    alone.close();
                }
            }
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
        return type.cast(Proxy.newProxyInstance(SharedEntities.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
