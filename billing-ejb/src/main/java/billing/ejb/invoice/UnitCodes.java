package billing.ejb.invoice;

import java.util.Locale;
import java.util.Map;

/** The units of the price list as UN/ECE Recommendation 20 calls them; what has no code there is counted in pieces. */
final class UnitCodes {
    private static final String PIECE = "C62";
    private static final Map<String, String> CODES = Map.of(
            "second", "SEC",
            "minute", "MIN",
            "hour", "HUR",
            "day", "DAY",
            "month", "MON",
            "gb", "E34",
            "gigabyte", "E34",
            "mb", "4L",
            "megabyte", "4L");

    private UnitCodes() {}

    static String of(String unit) {
        String word = unit.strip().toLowerCase(Locale.ROOT);
        String singular = word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return CODES.getOrDefault(singular, PIECE);
    }
}
