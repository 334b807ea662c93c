package billing.ejb.house;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.Proxy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The threads that a server would lend. Nothing in a test wakes up by itself, so the executor has little to do. */
final class HouseThreads implements AutoCloseable {
    /** What the names of threads begin with that are no client's. */
    static final String PREFIX = "house-";

    private static final int THREADS = 8;

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(THREADS, this::thread);

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, PREFIX + "thread");
        thread.setDaemon(true);
        return thread;
    }

    ManagedThreadFactory factory() {
        return lend(ManagedThreadFactory.class, new Object() {
            public Thread newThread(Runnable work) {
                return thread(work);
            }
        });
    }

    ManagedScheduledExecutorService executor() {
        return lend(ManagedScheduledExecutorService.class, executor);
    }

    ManagedExecutorService workers() {
        return lend(ManagedExecutorService.class, executor);
    }

    private static <T> T lend(Class<T> type, Object lender) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            var lent = lender.getClass().getMethod(method.getName(), method.getParameterTypes());
            lent.setAccessible(true);
            return lent.invoke(lender, args);
        }));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
