package billing.web.sandbox;

import billing.web.api.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;

/** Durations of ISO 8601, whose months are as long as the calendar says. */
final class Durations {
    private static final Period LONGEST = Period.ofYears(10);

    private Durations() {}

    /** The moment that is a duration after another; a duration backwards or beyond all reason is a mistake. */
    static Value<Instant> after(Instant start, String text) {
        try {
            OffsetDateTime from = start.atOffset(ZoneOffset.UTC);
            OffsetDateTime end = plus(from, text);
            boolean sane = !end.isBefore(from) && !end.isAfter(from.plus(LONGEST));
            return sane ? Value.right(end.toInstant()) : Value.wrong("time.duration");
        } catch (DateTimeException | ArithmeticException e) {
            return Value.wrong("time.duration");
        }
    }

    private static OffsetDateTime plus(OffsetDateTime from, String text) {
        int time = text.indexOf('T');
        if (time < 0) {
            return from.plus(Period.parse(text));
        }
        boolean onlyTime = "P".equals(text.substring(0, time));
        Period days = onlyTime ? Period.ZERO : Period.parse(text.substring(0, time));
        return from.plus(days).plus(Duration.parse("P" + text.substring(time)));
    }
}
