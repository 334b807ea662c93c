package billing.web.api;

import jakarta.json.JsonObject;

/**
 * The body of a request, not yet understood.
 *
 * @param json one object, its names unique
 */
public record JsonBody(JsonObject json) {
    /** Its fields, to be read one by one; {@link Fields#check()} ends that. */
    public Fields fields() {
        return new Fields(json);
    }
}
