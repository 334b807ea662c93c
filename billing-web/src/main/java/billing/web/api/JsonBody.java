package billing.web.api;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The body of a request, not yet understood: {@link Fields} does that.
 *
 * @param json one object, its names unique
 */
public record JsonBody(JsonObject json) {
    /** Of a call that needs none: also one that announces JSON and sends nothing has none. */
    public static Optional<JsonBody> optional(InputStream in) throws IOException {
        String text = Bodies.read(in);
        return text.isBlank() ? Optional.empty() : Optional.of(new JsonBody(StrictJson.read(text)));
    }
}
