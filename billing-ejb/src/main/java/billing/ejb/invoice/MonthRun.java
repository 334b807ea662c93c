package billing.ejb.invoice;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One month's end, as an operator watches it.
 *
 * @param finishedAt null while accounts are left
 * @param accounts all whose month it closes or has closed
 * @param done those that this run has closed; the others closed by themselves, when something was posted
 * @param left those that are still to be closed
 * @param worked how long the run has worked on them
 */
public record MonthRun(
        YearMonth month,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long accounts,
        long done,
        long left,
        Duration worked) {
    /** Of a month that found nothing to close. */
    static MonthRun ofNothing(YearMonth month, Instant now) {
        return new MonthRun(month, now, now, 0, 0, 0, Duration.ZERO);
    }

    /** Accounts a second; empty before the first ones are done. */
    public Optional<Long> rate() {
        return done == 0 ? Optional.empty() : Optional.of(done * 1_000 / Math.max(1, worked.toMillis()));
    }

    /** How long the rest will take at this rate. */
    public Optional<Duration> timeLeft() {
        return rate().filter(rate -> rate > 0 && left > 0).map(rate -> Duration.ofSeconds(left / rate + 1));
    }
}
