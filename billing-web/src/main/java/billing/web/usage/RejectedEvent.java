package billing.web.usage;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An event that was not recorded, as the caller is told.
 *
 * @param id null if it has none
 */
record RejectedEvent(@Nullable String id, String code, String message) {
    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (id == null) {
            json.addNull("id");
        } else {
            json.add("id", id);
        }
        return json.add("code", code).add("message", message).build();
    }
}
