package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One object of the gateway: the JSON that everybody sees and the few things that nobody sees.
 *
 * @param behaviour the token of the {@link TestMethod} whose part it plays
 * @param returnUrl where the bank's page sends the customer back to, kept when {@code next_action} has gone
 * @param dueAt when something will happen to it by itself
 */
record Doc(
        Kind kind,
        JsonObject body,
        @Nullable String behaviour,
        @Nullable String returnUrl,
        @Nullable Instant dueAt) {

    static Doc of(Kind kind, JsonObject body) {
        return new Doc(kind, body, null, null, null);
    }

    String id() {
        return body.getString("id");
    }

    @Nullable
    String text(String member) {
        return Jsons.text(body, member);
    }

    /** A string that this kind of object always has. */
    String need(String member) {
        return Objects.requireNonNull(text(member), member);
    }

    long number(String member) {
        return body.getJsonNumber(member).longValue();
    }

    boolean flag(String member) {
        return body.getBoolean(member, false);
    }

    boolean is(String status) {
        return status.equals(text("status"));
    }

    JsonObject object(String member) {
        return body.get(member) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    Doc with(@Nullable Object... namesAndValues) {
        return new Doc(kind, Jsons.with(body, namesAndValues), behaviour, returnUrl, dueAt);
    }

    Doc behaving(@Nullable String token) {
        return new Doc(kind, body, token, returnUrl, dueAt);
    }

    Doc due(@Nullable Instant at) {
        return new Doc(kind, body, behaviour, returnUrl, at);
    }

    Doc returningTo(@Nullable String url) {
        return new Doc(kind, body, behaviour, url, dueAt);
    }
}
