package billing.ejb.sandbox;

import billing.ejb.runtime.Clock;
import billing.ejb.runtime.DueWorkService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The clock of the sandbox, which can be moved on: what falls due on the way is done on the way, in order. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class SandboxClockService {
    private static final int MOST_TRIES_AT_ONE_TIME = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    Clock clock;

    @Inject
    SandboxClockSteps steps;

    @Inject
    DueWorkService work;

    @Inject
    SandboxGatewayService gateway;

    public Instant now() {
        return clock.instant();
    }

    /** Takes over where another node, or an earlier start, has moved the clock to. */
    public void catchUp() {
        clock.moveTo(steps.ahead());
    }

    /** Jumps from due time to due time up to the target; a target that is past changes nothing. */
    public Instant advanceTo(Instant target) {
        gateway.awaitNotices(PATIENCE);
        int tries = 0;
        Optional<Instant> due = nextDue(target);
        while (due.isPresent() && tries < MOST_TRIES_AT_ONE_TIME) {
            tries = due.get().isAfter(now()) ? 0 : tries + 1;
            moveTo(due.get());
            runDue();
            due = nextDue(target);
        }
        moveTo(target);
        runDue();
        return now();
    }

    private Optional<Instant> nextDue(Instant target) {
        return work.nextDue().filter(due -> !due.isAfter(target));
    }

    private void runDue() {
        work.runDue();
        gateway.awaitNotices(PATIENCE);
    }

    private void moveTo(Instant target) {
        Instant now = now();
        if (target.isAfter(now)) {
            steps.moveTo(clock.ahead().plus(Duration.between(now, target)));
            catchUp();
        }
    }
}
