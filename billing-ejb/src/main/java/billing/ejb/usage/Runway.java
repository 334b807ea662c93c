package billing.ejb.usage;

import billing.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** How long the credits last at the pace of late. */
public sealed interface Runway {
    /** How many days a pace is taken from, and today so far. */
    int DAYS = 7;

    /** The account has not used anything for long enough to tell. */
    record NotEnoughHistory() implements Runway {}

    /** Nothing was used of late, so the credits last. */
    record Idle() implements Runway {}

    /** There is nothing that could last. */
    record Exhausted() implements Runway {}

    /**
     * The credits last a while.
     *
     * @param days whole ones, 0 for less than one
     * @param perDay what a day costs at that pace, rounded half-even to the nano
     */
    record Lasting(long days, Money perDay) implements Runway {}

    /** What an amount gives, if so much was spent between two times. */
    static Runway of(Money available, Instant from, Instant to, Money spent) {
        if (!available.isPositive()) {
            return new Exhausted();
        }
        if (!spent.isPositive()) {
            return new Idle();
        }
        BigDecimal perDay = BigDecimal.valueOf(spent.nanos())
                .multiply(BigDecimal.valueOf(Duration.ofDays(1).toSeconds()))
                .divide(
                        BigDecimal.valueOf(
                                Math.max(1, Duration.between(from, to).toSeconds())),
                        9,
                        RoundingMode.HALF_EVEN);
        long days = BigDecimal.valueOf(available.nanos())
                .divide(perDay, 0, RoundingMode.FLOOR)
                .longValue();
        return new Lasting(
                days, Money.ofNanos(perDay.setScale(0, RoundingMode.HALF_EVEN).longValue()));
    }
}
