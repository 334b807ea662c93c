package billing.domain.invoice;

import billing.domain.money.Money;
import billing.domain.usage.Sku;
import java.math.BigDecimal;

/**
 * What a month's usage of one SKU came to.
 *
 * @param late whether it was used before the month, and reported in it
 */
public record InvoiceLine(Sku sku, boolean late, BigDecimal quantity, Money amount) {}
