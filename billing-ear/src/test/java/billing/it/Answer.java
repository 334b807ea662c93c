package billing.it;

import jakarta.json.JsonObject;
import java.util.Set;

/** What a call was answered: the status and the JSON. */
public record Answer(int status, String body, String type) {

    /** The JSON of a call that had to succeed. */
    public JsonObject json() {
        if (status >= 300) {
            throw new AssertionError("Answered " + status + ": " + body);
        }
        return Json.parse(body);
    }

    /** The machine-readable code of a refusal. */
    public String code() {
        if (status < 400 || !type.startsWith("application/problem+json")) {
            throw new AssertionError("Not a problem but " + status + " " + type + ": " + body);
        }
        return Json.parse(body).getString("code");
    }

    /** The fields that a refusal names. */
    public Set<String> fields() {
        return Json.parse(body).getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .collect(java.util.stream.Collectors.toSet());
    }
}
