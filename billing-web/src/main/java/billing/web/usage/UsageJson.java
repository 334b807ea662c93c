package billing.web.usage;

import billing.domain.usage.Labels;
import billing.ejb.usage.RecordedUsage;
import billing.ejb.usage.UsageDimension;
import billing.ejb.usage.UsageRow;
import billing.web.api.Json;
import billing.web.api.JsonList;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the API writes usage. */
final class UsageJson {
    private UsageJson() {}

    /** What the API calls a dimension. */
    static String name(UsageDimension dimension) {
        return switch (dimension) {
            case DAY -> "day";
            case PRODUCT -> "product";
            case SKU -> "sku";
            case API_KEY -> "apiKey";
            case PROJECT -> "project";
            case MODEL -> "model";
        };
    }

    /** The value of a row in a dimension; null where its events carry no such label. */
    static @Nullable String value(UsageRow row, UsageDimension dimension) {
        return switch (dimension) {
            case DAY -> String.valueOf(row.day());
            case PRODUCT -> String.valueOf(row.product());
            case SKU -> row.sku();
            case API_KEY, PROJECT, MODEL -> row.label(dimension);
        };
    }

    static JsonObject of(UsageRow row, Set<UsageDimension> groups) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        groups.forEach(group -> json.add(name(group), JsonList.orNull(value(row, group))));
        return json.add("unit", JsonList.orNull(row.unit()))
                .add("quantity", quantity(row.quantity()))
                .add("amount", row.amount().toString())
                .add("events", row.events())
                .build();
    }

    static JsonObject of(RecordedUsage event) {
        return Json.createObjectBuilder()
                .add("id", event.id())
                .add("sku", event.sku())
                .add("product", event.product().name())
                .add("unit", event.unit())
                .add("quantity", quantity(event.quantity()))
                .add("amount", event.amount().toString())
                .add("time", event.occurredAt().toString())
                .add("recordedAt", event.recordedAt().toString())
                .add("labels", of(event.labels()))
                .add("holdId", JsonList.orNull(event.holdId()))
                .add("batch", event.cause().id())
                .build();
    }

    private static JsonObject of(Labels labels) {
        return Json.createObjectBuilder()
                .add("apiKey", JsonList.orNull(labels.apiKey()))
                .add("project", JsonList.orNull(labels.project()))
                .add("model", JsonList.orNull(labels.model()))
                .build();
    }

    /** A decimal text without the zeros that the database fills up with. */
    static String quantity(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
