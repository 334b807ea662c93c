package billing.web.api;

import jakarta.json.JsonObject;

/**
 * What is wrong with one field or parameter.
 *
 * @param field its name; inside an object with the path to it, as in {@code terms.tier}
 */
public record FieldError(String field, String message) {
    JsonObject json() {
        return Json.createObjectBuilder()
                .add("field", field)
                .add("message", message)
                .build();
    }
}
