package billing.ejb.runtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Does many slow things side by side. The caller works, too: it gets done even if the server lends no thread. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class Workers {
    private static final Logger LOG = System.getLogger(Workers.class.getName());
    private static final int AT_ONCE = 8;

    @Resource
    ManagedExecutorService executor;

    /** Does this to each, some at once, and returns when all is done. */
    public <T> void each(Collection<T> items, Consumer<T> work) {
        Queue<T> left = new ConcurrentLinkedQueue<>(items);
        CountDownLatch undone = new CountDownLatch(items.size());
        for (int lent = 1; lent < Math.min(AT_ONCE, items.size()); lent++) {
            borrow(() -> workOff(left, work, undone));
        }
        workOff(left, work, undone);
        await(undone);
    }

    private static <T> void workOff(Queue<T> left, Consumer<T> work, CountDownLatch undone) {
        for (T next = left.poll(); next != null; next = left.poll()) {
            try {
                work.accept(next);
            } finally {
                undone.countDown();
            }
        }
    }

    private void borrow(Runnable worker) {
        try {
            executor.execute(worker);
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.DEBUG, "the server lends no thread", busy);
        }
    }

    private static void await(CountDownLatch undone) {
        try {
            undone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
