package billing.web.invoice;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** A month as somebody named it, if it is one that books can have: years of four digits, and none before anybody's first account. */
final class TypedMonth {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}");
    private static final YearMonth FIRST = YearMonth.of(2000, 1);

    private TypedMonth() {}

    static Optional<YearMonth> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(text)).filter(month -> !month.isBefore(FIRST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
