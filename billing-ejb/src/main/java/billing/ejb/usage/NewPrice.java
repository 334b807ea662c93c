package billing.ejb.usage;

import billing.domain.usage.Product;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price to be added to the list, for a SKU that is there or comes with it.
 *
 * @param sku a code that is not reserved
 * @param unitPrice not negative, at most 15 decimals
 * @param fractional whether parts of a unit can be used; from now on, for all of the SKU's prices
 */
public record NewPrice(
        String sku,
        Product product,
        String unit,
        BigDecimal unitPrice,
        boolean fractional,
        Instant effectiveFrom,
        String actor) {}
