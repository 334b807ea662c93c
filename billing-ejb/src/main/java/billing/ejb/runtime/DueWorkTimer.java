package billing.ejb.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Wakes due work every second, on every node, each kind by itself: one that waits for somebody else's computer keeps no other
 * waiting. A managed executor and not an EJB timer, because EJB timers stand still when
 * the wall clock steps back.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@SuppressWarnings("NullAway.Init")
public class DueWorkTimer {
    private static final Logger LOG = System.getLogger(DueWorkTimer.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    DueWorkService work;

    private final List<ScheduledFuture<?>> wakeUps = new ArrayList<>();

    @PostConstruct
    void start() {
        for (DueWork kind : work.all()) {
            wakeUps.add(executor.scheduleWithFixedDelay(() -> wake(kind), 1, 1, TimeUnit.SECONDS));
        }
    }

    @PreDestroy
    void stop() {
        wakeUps.forEach(wakeUp -> wakeUp.cancel(false));
    }

    private void wake(DueWork kind) {
        try {
            work.runDue(kind);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "BILL-0006 due work could not be run; the next wake-up tries again", e);
        }
    }
}
