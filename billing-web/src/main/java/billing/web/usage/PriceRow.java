package billing.web.usage;

import billing.domain.usage.Price;
import billing.domain.usage.PriceList;
import billing.domain.usage.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SKU as the operators' list shows it.
 *
 * @param current null if its first price is still to come
 * @param perMillion what a million units cost now, where one costs so little that nobody can read it; null elsewhere
 * @param coming the next first
 */
public record PriceRow(
        Sku sku, @Nullable Price current, @Nullable BigDecimal perMillion, List<Price> coming) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal READABLE = new BigDecimal("0.001");

    static PriceRow of(PriceList list, Sku sku, Instant now) {
        @Nullable Price current = list.priceAt(sku.code(), now).orElse(null);
        List<Price> coming = list.prices().getOrDefault(sku.code(), List.of()).stream()
                .filter(price -> price.effectiveFrom().isAfter(now))
                .sorted(Comparator.comparing(Price::effectiveFrom))
                .toList();
        return new PriceRow(sku, current, current == null ? null : perMillion(current.unitPrice()), coming);
    }

    private static @Nullable BigDecimal perMillion(BigDecimal price) {
        boolean tiny = price.signum() > 0 && price.compareTo(READABLE) < 0;
        return tiny ? price.multiply(MILLION) : null;
    }
}
