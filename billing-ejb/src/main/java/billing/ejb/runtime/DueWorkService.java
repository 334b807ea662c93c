package billing.ejb.runtime;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Runs what is due in all rooms; one room's failure never stops another's work. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DueWorkService {
    private static final Logger LOG = System.getLogger(DueWorkService.class.getName());

    @Inject
    @Any
    Instance<DueWork> works;

    @Inject
    InstantSource clock;

    /** When the next piece of work of any room falls due. */
    public Optional<Instant> nextDue() {
        return works.stream().flatMap(work -> work.nextDue().stream()).min(Instant::compareTo);
    }

    /** Every kind of work there is. */
    public List<DueWork> all() {
        return works.stream().toList();
    }

    /** Runs what is due of one kind. */
    public void runDue(DueWork kind) {
        runDue(kind, clock.instant());
    }

    /** Runs everything that is due by the clock, one kind after the other. */
    public void runDue() {
        Instant now = clock.instant();
        works.forEach(work -> runDue(work, now));
    }

    private void runDue(DueWork work, Instant now) {
        try {
            if (work.nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
                work.runDue(now);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0005 due work failed and will be tried again: " + work, e);
        }
    }
}
