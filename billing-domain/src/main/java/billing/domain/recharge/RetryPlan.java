package billing.domain.recharge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a declined recharge is tried again: after 1 h, 24 h and 72 h; the fourth decline is the last. */
public final class RetryPlan {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofHours(1), Duration.ofHours(24), Duration.ofHours(72));
    /** How many declines in a row turn it off. */
    public static final int MOST_FAILURES = PAUSES.size() + 1;

    /** So many declines are there in any 24 hours at most, however often cards and settings change meanwhile. */
    public static final int MOST_IN_A_DAY = 8;

    public static final Duration DAY = Duration.ofHours(24);

    private RetryPlan() {}

    /** The pause after so many declines in a row; empty if that was the last try. */
    static Optional<Duration> pause(int failures) {
        return failures <= PAUSES.size() ? Optional.of(PAUSES.get(failures - 1)) : Optional.empty();
    }
}
