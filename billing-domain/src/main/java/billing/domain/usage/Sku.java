package billing.domain.usage;

import java.util.regex.Pattern;

/**
 * What has a price of its own, such as the input tokens of one model.
 *
 * @param id short, for the millions of events that refer to it
 * @param code what the platform calls it
 * @param product of what it is a part; never changes
 * @param unit what is counted, such as {@code token}; never changes
 * @param fractional whether parts of a unit can be used
 * @param used whether there has been usage, so that its past prices are settled
 */
public record Sku(int id, String code, Product product, String unit, boolean fractional, boolean used) {
    /** The longest code. */
    public static final int MAX_CODE = 100;

    /** The longest unit. */
    public static final int MAX_UNIT = 40;

    /** What the codes begin with under which the differences of holds are posted: they can't be priced or reported. */
    public static final String HOLD_PREFIX = "hold:";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0," + (MAX_CODE - 1) + "}");

    /** Whether a text has the form of a code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Whether a code is one of the house's own. */
    public static boolean isReserved(String code) {
        return code.startsWith(HOLD_PREFIX);
    }

    /** The code under which the differences of a product's holds are posted. */
    public static String ofHolds(Product product) {
        return HOLD_PREFIX + product.name();
    }
}
