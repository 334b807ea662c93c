package billing.web.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A day of UTC, as addresses name it. */
public final class PageDay {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private PageDay() {}

    /** The day that a text names; the fallback if it names none, or one that no database keeps. */
    public static LocalDate read(@Nullable String text, LocalDate fallback) {
        LocalDate day = read(text);
        return day == null ? fallback : day;
    }

    /** The same, or null. */
    public static @Nullable LocalDate read(@Nullable String text) {
        try {
            LocalDate day = text == null ? FIRST.minusDays(1) : LocalDate.parse(text);
            return day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Its first moment. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
