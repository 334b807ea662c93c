package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.domain.usage.Labels;
import billing.domain.usage.Sku;
import billing.domain.usage.UsageEvent;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an event from the desk, as strictly as the API would: what it refuses for its form is not let in by the back door. */
final class StoredEvent {
    private static final int MAX_TEXT = 100;
    private static final int MAX_HOLD = 40;
    private static final Pattern QUANTITY = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");
    private static final Set<String> FIELDS = Set.of("id", "account", "sku", "quantity", "time", "labels", "holdId");
    private static final Set<String> LABELS = Set.of("apiKey", "project", "model");

    private StoredEvent() {}

    /** Empty if the text is no event. */
    static Optional<UsageEvent> read(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return Optional.of(event(reader.readObject()));
        } catch (JsonException | ClassCastException | IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static UsageEvent event(JsonObject json) {
        demand(FIELDS.containsAll(json.keySet()));
        String sku = text(json, "sku", Sku.MAX_CODE);
        demand(!Sku.isReserved(sku));
        demand(!UsageEvent.isReserved(text(json, "id", MAX_TEXT)));
        return new UsageEvent(
                text(json, "id", MAX_TEXT),
                AccountId.parse(text(json, "account", MAX_TEXT)).orElseThrow(IllegalArgumentException::new),
                sku,
                quantity(text(json, "quantity", MAX_TEXT)),
                Instant.parse(text(json, "time", MAX_TEXT)).truncatedTo(ChronoUnit.MICROS),
                labels(json.get("labels")),
                optional(json, "holdId", MAX_HOLD));
    }

    private static BigDecimal quantity(String text) {
        demand(QUANTITY.matcher(text).matches());
        return new BigDecimal(text);
    }

    private static Labels labels(@Nullable JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return Labels.NONE;
        }
        JsonObject json = value.asJsonObject();
        demand(LABELS.containsAll(json.keySet()));
        return new Labels(
                optional(json, "apiKey", MAX_TEXT),
                optional(json, "project", MAX_TEXT),
                optional(json, "model", MAX_TEXT));
    }

    private static @Nullable String optional(JsonObject json, String name, int max) {
        return json.get(name) == null || json.isNull(name) ? null : text(json, name, max);
    }

    private static String text(JsonObject json, String name, int max) {
        demand(json.containsKey(name));
        String text = json.getString(name);
        demand(!text.isBlank() && text.length() <= max && text.chars().noneMatch(Character::isISOControl));
        return text;
    }

    private static void demand(boolean fulfilled) {
        if (!fulfilled) {
            throw new IllegalArgumentException();
        }
    }
}
