package billing.web.page;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last day on which something holds, as somebody typed it.
 *
 * @param end the moment after it; null if no day was typed, or none that can be read
 * @param error what is wrong with it, in words; null if nothing is
 */
public record LastDayField(@Nullable Instant end, @Nullable String error) {
    /** Reads a tidy text: nothing is no last day, and one that is over already is refused. */
    public static LastDayField read(String typed, Instant now) {
        if (typed.isEmpty()) {
            return new LastDayField(null, null);
        }
        LocalDate day = PageDay.read(typed);
        if (day == null) {
            return new LastDayField(null, Messages.text("day.malformed"));
        }
        Instant end = PageDay.start(day.plusDays(1));
        return new LastDayField(end, end.isAfter(now) ? null : Messages.text("day.past", Formats.day(now)));
    }
}
