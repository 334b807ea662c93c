package billing.ejb.runtime;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that falls due at a time that the database knows. Every state that a crash can leave behind belongs to one of these.
 * Any node may run it at any time, several at once: it must do no harm twice.
 */
public interface DueWork {
    /** When the next piece falls due, in the past if it is overdue; empty if nothing waits. */
    Optional<Instant> nextDue();

    /** Does what is due by then, some of it if it is much. What failed must be due later, or it would be tried for ever. */
    void runDue(Instant now);
}
