package billing.ejb.access;

import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Holds that nobody ended in time. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class ExpiredHolds implements DueWork {
    private static final Logger LOG = System.getLogger(ExpiredHolds.class.getName());
    private static final int AT_ONCE = 500;

    @Inject
    HoldRepository holds;

    @Inject
    HoldSteps steps;

    @Override
    public Optional<Instant> nextDue() {
        return holds.nextDue();
    }

    @Override
    public void runDue(Instant now) {
        holds.due(now, AT_ONCE).forEach(this::expire);
    }

    /** One that can't expire must not stop the others. */
    private void expire(String id) {
        try {
            steps.expire(id);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0702 hold " + id + " could not expire; tried again in a minute", e);
            steps.postpone(id);
        }
    }
}
