package billing.domain.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When invoices are due: at six in the morning, UTC, of the 3rd, or of the day that a contract says. */
public final class DueDay {
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final int THIRD = 3;

    private DueDay() {}

    /**
     * When an invoice is due.
     *
     * @param netDays days after its issue, by contract; null for the first 3rd after its issue
     */
    public static Instant of(Instant issued, @Nullable Integer netDays) {
        LocalDate day = LocalDate.ofInstant(issued, ZoneOffset.UTC);
        if (netDays != null) {
            return morning(day.plusDays(netDays));
        }
        Instant third = morning(day.withDayOfMonth(THIRD));
        return third.isAfter(issued) ? third : morning(day.plusMonths(1).withDayOfMonth(THIRD));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).toInstant(ZoneOffset.UTC);
    }
}
