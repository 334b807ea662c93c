package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is an error and leaves no trace: thrown, it rolls the request's transaction back.
 *
 * <p>Stripe keeps an answer under its idempotency key only if the endpoint had begun to execute
 * (docs.stripe.com/api/idempotent_requests); {@link #executed} says which side of that line this error lies on.
 */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;
    private final boolean executed;

    private ApiError(int status, JsonObject error, boolean executed) {
        super(error.getString("message", "error"), null, false, false);
        this.answer = Answer.of(status, Jsons.object("error", error));
        this.executed = executed;
    }

    Answer answer() {
        return answer;
    }

    boolean executed() {
        return executed;
    }

    /** A parameter that is wrong by itself; nothing was looked up yet. */
    static ApiError invalid(@Nullable String code, @Nullable String param, String message) {
        return new ApiError(400, error("invalid_request_error", code, param, message), false);
    }

    static ApiError missingParam(String param) {
        return invalid("parameter_missing", param, "Missing required param: " + param + ".");
    }

    /** A request that is well-formed, but not possible with the objects as they are. */
    static ApiError impossible(@Nullable String code, @Nullable String param, String message) {
        return new ApiError(400, error("invalid_request_error", code, param, message), true);
    }

    static ApiError unexpectedState(Doc intent, String member, String message) {
        JsonObject error = error("invalid_request_error", member + "_unexpected_state", null, message);
        return new ApiError(400, Jsons.with(error, member, intent.body()), true);
    }

    static ApiError missing(Kind kind, String id, String param) {
        String message = "No such " + kind.spokenName + ": '" + id + "'";
        return new ApiError(404, error("invalid_request_error", "resource_missing", param, message), true);
    }

    static ApiError refused(Decline decline) {
        return new ApiError(402, decline.error(), true);
    }

    static ApiError idempotency(String message) {
        return new ApiError(400, error("idempotency_error", null, null, message), false);
    }

    static ApiError keyInUse(String key) {
        String message = "There is currently another in-progress request using this Idempotency Key (" + key
                + "). Please try again later.";
        JsonObject error = error("invalid_request_error", "idempotency_key_in_use", null, message);
        return new ApiError(409, error, false);
    }

    static ApiError unauthorized(String message) {
        return new ApiError(401, error("invalid_request_error", null, null, message), false);
    }

    static ApiError notFound(String method, String path) {
        String message = "Unrecognized request URL (" + method + ": " + path + ").";
        return new ApiError(404, error("invalid_request_error", null, null, message), false);
    }

    static ApiError tooLarge() {
        return new ApiError(413, error("invalid_request_error", null, null, "The request is too large."), false);
    }

    static ApiError internal() {
        String message = "An unknown error occurred";
        return new ApiError(500, error("api_error", null, null, message), true);
    }

    private static JsonObject error(String type, @Nullable String code, @Nullable String param, String message) {
        JsonObject error = Jsons.object("message", message, "type", type);
        error = code == null ? error : Jsons.with(error, "code", code);
        return param == null ? error : Jsons.with(error, "param", param);
    }
}
