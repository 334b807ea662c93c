package billing.domain.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendar days and months in UTC: the first moment belongs to them, the last one to the next. */
class BudgetPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "DAY,   2026-01-31T23:59:59.999999Z, 2026-01-31T00:00:00Z, 2026-02-01T00:00:00Z",
        "DAY,   2026-02-01T00:00:00Z,        2026-02-01T00:00:00Z, 2026-02-02T00:00:00Z",
        "DAY,   2028-02-29T12:00:00Z,        2028-02-29T00:00:00Z, 2028-03-01T00:00:00Z",
        "DAY,   2026-12-31T23:00:00Z,        2026-12-31T00:00:00Z, 2027-01-01T00:00:00Z",
        "MONTH, 2026-01-31T23:59:59.999999Z, 2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z",
        "MONTH, 2026-02-01T00:00:00Z,        2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "MONTH, 2028-02-29T23:00:00Z,        2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z",
        "MONTH, 2026-12-31T23:59:59Z,        2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "MONTH, 2026-03-29T01:30:00Z,        2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z",
    })
    void a_moment_lies_in_one_period(BudgetPeriod period, Instant moment, Instant start, Instant end) {
        assertEquals(start, period.startOf(moment));
        assertEquals(end, period.endOf(moment));
        assertEquals(end, period.startOf(end));
    }
}
