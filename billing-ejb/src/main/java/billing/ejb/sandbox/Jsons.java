package billing.ejb.sandbox;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short words for building JSON. The provider is looked up once: a look-up for each value is what makes JSON-P slow. */
final class Jsons {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Jsons() {}

    static JsonObject parse(String text) {
        try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Names and values alternate; a Java null becomes a JSON null, an instant whole seconds. */
    static JsonObject object(@Nullable Object... namesAndValues) {
        return with(JsonValue.EMPTY_JSON_OBJECT, namesAndValues);
    }

    /** For objects of more than a line: one member at a time. */
    static Building build() {
        return new Building(PROVIDER.createObjectBuilder());
    }

    /** The same object with some members added or replaced. */
    static JsonObject with(JsonObject object, @Nullable Object... namesAndValues) {
        JsonObjectBuilder builder = PROVIDER.createObjectBuilder(object);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(String.valueOf(namesAndValues[i]), value(namesAndValues[i + 1]));
        }
        return builder.build();
    }

    static JsonObject merge(JsonObject object, JsonObject over) {
        JsonObjectBuilder builder = PROVIDER.createObjectBuilder(object);
        over.forEach(builder::add);
        return builder.build();
    }

    static JsonArray array(Collection<?> values) {
        JsonArrayBuilder builder = PROVIDER.createArrayBuilder();
        values.forEach(each -> builder.add(value(each)));
        return builder.build();
    }

    static JsonObject strings(Map<String, String> values) {
        JsonObjectBuilder builder = PROVIDER.createObjectBuilder();
        values.forEach(builder::add);
        return builder.build();
    }

    /** The text of a string member; null when it is absent or no string. */
    static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString string ? string.getString() : null;
    }

    private static JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return PROVIDER.createValue(number.longValue());
        }
        if (value instanceof Instant instant) {
            return PROVIDER.createValue(instant.getEpochSecond());
        }
        if (value instanceof Collection<?> collection) {
            return array(collection);
        }
        return PROVIDER.createValue(value.toString());
    }

    /** An object in the making. */
    record Building(JsonObjectBuilder builder) {
        Building add(String name, @Nullable Object value) {
            builder.add(name, value(value));
            return this;
        }

        JsonObject done() {
            return builder.build();
        }
    }
}
