package billing.web.api;

import jakarta.json.JsonObject;

/**
 * The body of a request, not yet understood: {@link Fields} does that.
 *
 * @param json one object, its names unique
 */
public record JsonBody(JsonObject json) {}
