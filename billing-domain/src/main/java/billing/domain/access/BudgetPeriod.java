package billing.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The span that a budget is for: calendar days and months in UTC, from their first moment to before their last. */
public enum BudgetPeriod {
    DAY,
    MONTH;

    /** The first moment of the period that this moment lies in. */
    public Instant startOf(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return start(this == DAY ? day : day.withDayOfMonth(1));
    }

    /** The first moment of the period after the one that this moment lies in. */
    public Instant endOf(Instant moment) {
        LocalDate first = LocalDate.ofInstant(startOf(moment), ZoneOffset.UTC);
        return start(this == DAY ? first.plusDays(1) : first.plusMonths(1));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
