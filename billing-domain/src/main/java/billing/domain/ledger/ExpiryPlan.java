package billing.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When credits that expire are looked at: 30, 7 and 1 days before to warn, then to expire, and a while longer. */
public final class ExpiryPlan {
    private static final List<Duration> WARNINGS = List.of(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(1));
    /** What a hold keeps goes when it ends. */
    private static final Duration HELD = Duration.ofMinutes(1);
    /** What is given back later, because less was used than reported, goes then. */
    private static final Duration EMPTY = Duration.ofDays(1);

    private static final Duration GIVEN_BACK = Duration.ofDays(65);

    private ExpiryPlan() {}

    /** The next look at credits that have not expired yet. */
    public static Instant before(Instant expiresAt, Instant now) {
        return WARNINGS.stream()
                .map(expiresAt::minus)
                .filter(now::isBefore)
                .findFirst()
                .orElse(expiresAt);
    }

    /** The next look at credits that have expired; empty if nothing can be left of them any more. */
    public static Optional<Instant> after(Instant expiresAt, Instant now, boolean isEmpty) {
        if (!isEmpty) {
            return Optional.of(now.plus(HELD));
        }
        return now.isBefore(expiresAt.plus(GIVEN_BACK)) ? Optional.of(now.plus(EMPTY)) : Optional.empty();
    }
}
