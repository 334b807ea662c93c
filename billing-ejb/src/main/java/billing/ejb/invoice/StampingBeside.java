package billing.ejb.invoice;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Numbers documents while more of them are being written, so that a month's end keeps two processors busy. If the server lends
 * no thread, or something fails here, they wait for due work to number them.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class StampingBeside {
    private static final Logger LOG = System.getLogger(StampingBeside.class.getName());

    @Resource
    ManagedExecutorService executor;

    @Inject
    Stamping stamping;

    @Inject
    InstantSource clock;

    /** Does some work, which tells when there is something to be stamped, and returns when both are at their ends. */
    void during(Consumer<Runnable> work) {
        Work beside = new Work();
        CompletableFuture<Void> stamped = lend(beside);
        try {
            work.accept(beside.more::release);
        } finally {
            beside.isLast = true;
            beside.more.release();
            stamped.join();
        }
    }

    private CompletableFuture<Void> lend(Work work) {
        try {
            return CompletableFuture.runAsync(() -> stamp(work), executor);
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.DEBUG, "the server lends no thread", busy);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void stamp(Work work) {
        try {
            do {
                work.more.acquireUninterruptibly();
                work.more.drainPermits();
                stamping.runDue(clock.instant());
            } while (!work.isLast);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "BILL-0905 documents could not be numbered and will be later", e);
        }
    }

    private static final class Work {
        private final Semaphore more = new Semaphore(0);
        private volatile boolean isLast;
    }
}
