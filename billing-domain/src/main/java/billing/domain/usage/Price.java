package billing.domain.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one unit of a SKU costs from some time on.
 *
 * @param unitPrice in the installation's currency, not negative, with as few decimals as it needs
 * @param effectiveFrom the first moment at which it applies
 */
public record Price(String id, Sku sku, BigDecimal unitPrice, Instant effectiveFrom) {
    /** The highest unit price. */
    public static final BigDecimal MAX_UNIT_PRICE = new BigDecimal("1000000000");

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}(\\.\\d{1,15})?");

    public Price {
        unitPrice = plain(unitPrice);
    }

    /**
     * The unit price that a decimal text names: digits with at most 15 decimals and nothing else. Empty for every other
     * text, and for what is above {@link #MAX_UNIT_PRICE}.
     */
    public static Optional<BigDecimal> parse(String decimal) {
        return Optional.of(decimal)
                .filter(text -> DECIMAL.matcher(text).matches())
                .map(text -> plain(new BigDecimal(text)))
                .filter(price -> price.compareTo(MAX_UNIT_PRICE) <= 0);
    }

    /** Equal prices are equal objects, {@code 0.50} is {@code 0.5}. */
    private static BigDecimal plain(BigDecimal price) {
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
