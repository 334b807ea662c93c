package billing.domain.usage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All prices at one moment, for rating without asking the database.
 *
 * @param version grows with each change of the list, so that a copy knows when it is old
 * @param prices by code, the latest first
 */
public record PriceList(long version, Map<String, List<Price>> prices) {
    private static final Comparator<Price> LATEST_FIRST =
            Comparator.comparing(Price::effectiveFrom).reversed();

    public PriceList {
        prices = prices.entrySet().stream()
                .filter(sku -> !sku.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, sku -> sorted(sku.getValue())));
    }

    /** The list of these prices, in any order. */
    public static PriceList of(long version, List<Price> prices) {
        return new PriceList(
                version,
                prices.stream()
                        .collect(Collectors.groupingBy(price -> price.sku().code())));
    }

    /** The SKU of this code, if it was ever priced. */
    public Optional<Sku> sku(String code) {
        return Optional.ofNullable(prices.get(code)).map(known -> known.get(0).sku());
    }

    /** The price that applies at some time; empty if none does yet. */
    public Optional<Price> priceAt(String code, Instant at) {
        for (Price price : prices.getOrDefault(code, List.of())) {
            if (!price.effectiveFrom().isAfter(at)) {
                return Optional.of(price);
            }
        }
        return Optional.empty();
    }

    private static List<Price> sorted(List<Price> prices) {
        return prices.stream().sorted(LATEST_FIRST).toList();
    }
}
