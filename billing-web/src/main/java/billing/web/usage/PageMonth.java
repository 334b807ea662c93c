package billing.web.usage;

import billing.web.page.PageDay;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A calendar month of UTC, as pages name it. */
final class PageMonth {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final int MOST_MONTHS = 60;
    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final YearMonth LAST = YearMonth.of(2199, 12);

    private PageMonth() {}

    /** The month of an address; the present one if it names none, or one that no database keeps. */
    static YearMonth read(@Nullable String text, Instant now) {
        try {
            YearMonth month = text == null ? of(now) : YearMonth.parse(text);
            return month.isBefore(FIRST) || month.isAfter(LAST) ? of(now) : month;
        } catch (DateTimeException e) {
            return of(now);
        }
    }

    static YearMonth of(Instant time) {
        return YearMonth.from(time.atZone(ZoneOffset.UTC));
    }

    static String name(YearMonth month) {
        return LONG.format(month);
    }

    /** Its first moment. */
    static Instant start(YearMonth month) {
        return PageDay.start(month.atDay(1));
    }

    /** All months from the first to the last, newest first, at most five years of them. */
    static List<YearMonth> between(YearMonth first, YearMonth last) {
        List<YearMonth> all = new ArrayList<>();
        for (YearMonth month = last; !month.isBefore(first) && all.size() < MOST_MONTHS; month = month.minusMonths(1)) {
            all.add(month);
        }
        return all;
    }
}
