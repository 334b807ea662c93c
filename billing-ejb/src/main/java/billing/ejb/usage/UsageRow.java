package billing.ejb.usage;

import billing.domain.money.Money;
import billing.domain.usage.Product;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Usage of one group, summed up. What it is not grouped by is null; a label that the events don't carry is null, too.
 *
 * @param unit what the quantity counts, null where it adds up different things
 * @param events how many were reported
 */
public record UsageRow(
        @Nullable LocalDate day,
        @Nullable Product product,
        @Nullable String sku,
        @Nullable String apiKey,
        @Nullable String project,
        @Nullable String model,
        @Nullable String unit,
        BigDecimal quantity,
        Money amount,
        long events) {

    /** The label that it is grouped by. */
    public @Nullable String label(UsageDimension group) {
        return switch (group) {
            case API_KEY -> apiKey;
            case PROJECT -> project;
            case MODEL -> model;
            default -> sku;
        };
    }
}
