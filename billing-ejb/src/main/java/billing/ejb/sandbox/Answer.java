package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param stored whether the same idempotency key will be answered with it again
 * @param withheld the client never gets it: the line is held until it gives up
 */
record Answer(int status, String body, boolean stored, boolean withheld, Map<String, String> headers) {

    static Answer of(int status, JsonObject body) {
        return new Answer(status, body.toString(), true, false, Map.of());
    }

    static Answer ok(Doc doc) {
        return of(200, doc.body());
    }

    /** Nothing happened, and nothing is heard of it. */
    static Answer silence() {
        return new Answer(0, JsonValue.EMPTY_JSON_OBJECT.toString(), false, true, Map.of());
    }

    Answer withhold() {
        return new Answer(status, body, stored, true, headers);
    }

    static Answer replay(int status, String body, String originalRequest) {
        Map<String, String> headers = Map.of("Idempotent-Replayed", "true", "Original-Request", originalRequest);
        return new Answer(status, body, true, false, headers);
    }

    JsonObject json() {
        return Jsons.parse(body);
    }

    Answer body(JsonObject other) {
        return new Answer(status, other.toString(), stored, withheld, headers);
    }
}
