package billing.web.api;

import billing.domain.id.Page;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the API writes lists: {@code {"items": […], "next": "cursor or null"}}. */
public final class JsonList {
    private JsonList() {}

    public static <T> JsonObject of(Page<T> page, Function<T, JsonObject> json) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().stream().map(json).forEach(items::add);
        return Json.createObjectBuilder()
                .add("items", items)
                .add("next", orNull(page.next()))
                .build();
    }

    /** A list that is short enough to be at hand as a whole, told as its one page. */
    public static <T> JsonObject ofAll(List<T> all, Function<T, JsonObject> json) {
        return of(new Page<>(all, null), json);
    }

    /** The text of a value, or JSON's null. */
    public static JsonValue orNull(@Nullable Object value) {
        return value == null ? JsonValue.NULL : Json.createValue(value.toString());
    }

    /** The number, or JSON's null. */
    public static JsonValue orNull(@Nullable Integer value) {
        return value == null ? JsonValue.NULL : Json.createValue(value);
    }
}
