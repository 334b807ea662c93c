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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Wakes due work every second, on every node. A managed executor and not an EJB timer, because EJB timers stand still when
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

    private ScheduledFuture<?> wakeUps;

    @PostConstruct
    void start() {
        wakeUps = executor.scheduleWithFixedDelay(this::wake, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        wakeUps.cancel(false);
    }

    private void wake() {
        try {
            work.runDue();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "BILL-0006 due work could not be run; the next wake-up tries again", e);
        }
    }
}
