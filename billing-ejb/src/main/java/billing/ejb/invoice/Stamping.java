package billing.ejb.invoice;

import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Stamps what was written, and writes to those who are to hear of it; what a crash leaves is found the same way. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class Stamping implements DueWork {
    private static final int CHUNK = 1_000;

    @Inject
    StampSteps steps;

    @Inject
    StampRepository stamps;

    @Override
    public Optional<Instant> nextDue() {
        return stamps.drafts(1).stream().findFirst().map(draft -> Instant.EPOCH);
    }

    @Override
    public void runDue(Instant now) {
        while (steps.stamp(CHUNK) == CHUNK) {
            continue;
        }
    }
}
