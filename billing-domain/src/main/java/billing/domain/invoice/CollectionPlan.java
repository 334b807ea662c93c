package billing.domain.invoice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When an unpaid invoice is charged without its owner, and when it begins to keep its account from spending. A day on which
 * nobody was there to charge is not made up for: of several that went by, there is one try.
 *
 * @param grace how long after the due time access stays open
 */
public record CollectionPlan(Instant dueAt, Duration grace) {
    private static final List<Duration> TRIES =
            List.of(Duration.ZERO, Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7));

    /** How often it is charged at most. */
    public static final int ALL_TRIES = TRIES.size();

    /** How many of the times to charge it have come. */
    public int triesDue(Instant now) {
        return (int)
                TRIES.stream().filter(after -> !dueAt.plus(after).isAfter(now)).count();
    }

    /** The next time to charge it after now; empty after the last. */
    public Optional<Instant> nextTry(Instant now) {
        return TRIES.stream().map(dueAt::plus).filter(time -> time.isAfter(now)).findFirst();
    }

    /** When access ends if it is not paid. */
    public Instant graceEnd() {
        return dueAt.plus(grace);
    }

    public boolean isGraceOver(Instant now) {
        return !now.isBefore(graceEnd());
    }
}
