package billing.domain.invoice;

import billing.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * How a month will end if it goes on as it went of late: what was used so far, and the pace of the last days for the time left.
 *
 * <p>Decided here: less than a whole day says nothing about a pace. Who has used much in the first hour has not used the month's
 * hours at that rate, so then there is no estimate at all instead of a wild one.
 *
 * @param early whether that is too short for an estimate: then none of the figures is to be told
 * @param perDay the pace, rounded half-even to the nano
 * @param toCome what is still going to be used
 * @param usage what the month's usage comes to
 * @param closing the balance at its end
 */
public record MonthForecast(boolean early, Money perDay, Money toCome, Money usage, Money closing) {
    private static final long DAY = Duration.ofDays(1).toSeconds();

    /**
     * Looks ahead.
     *
     * @param used in the month so far
     * @param settled the balance now
     * @param pace what was used of late
     * @param over how long that took
     * @param left how long the month still lasts
     */
    public static MonthForecast of(Money used, Money settled, Money pace, Duration over, Duration left) {
        Money perDay = share(pace, DAY, over.toSeconds());
        Money toCome = share(pace, left.toSeconds(), over.toSeconds());
        return new MonthForecast(over.toSeconds() < DAY, perDay, toCome, used.plus(toCome), settled.minus(toCome));
    }

    private static Money share(Money whole, long part, long seconds) {
        return Money.ofNanos(BigDecimal.valueOf(whole.nanos())
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(Math.max(1, seconds)), 0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }

    /**
     * What an account whose debt is invoiced will have to pay, in whole cents.
     *
     * @param least less than that is carried on as debt
     */
    public Money due(Money least) {
        Money debt = closing.negated().max(Money.ZERO);
        Money cents = Money.ofCents(debt.toCents(RoundingMode.HALF_EVEN));
        return cents.isLessThan(least) ? Money.ZERO : cents;
    }

    /** When an amount will be used up, if that is before the month ends; the end of time if it lasts. */
    public Instant usedUp(Money available, Instant now) {
        if (!perDay.isPositive()) {
            return Instant.MAX;
        }
        long seconds = BigDecimal.valueOf(available.max(Money.ZERO).nanos())
                .multiply(BigDecimal.valueOf(DAY))
                .divide(BigDecimal.valueOf(perDay.nanos()), 0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(Duration.ofDays(36_500).toSeconds()))
                .longValue();
        return now.plusSeconds(seconds);
    }
}
