package billing.web.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as it is told to the caller (RFC 9457).
 *
 * @param code stable, in upper snake case; {@code type} is made of it
 * @param detail what happened, what it means for the money and what to do
 * @param errors what is wrong with which field or parameter
 * @param more what else the caller can use, such as how much is missing
 */
public record Problem(int status, String code, String title, String detail, List<FieldError> errors, JsonObject more) {
    /** Not application/json: a client sees by the type alone that this is no resource. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final int RETRY_SECONDS = 5;
    private static final int ATTEMPTS_RETRY_SECONDS = 3600;

    /** A problem of which there is nothing more to say. */
    public Problem(int status, String code, String title, String detail, List<FieldError> errors) {
        this(status, code, title, detail, errors, JsonValue.EMPTY_JSON_OBJECT);
    }

    public static Problem of(ProblemCode code) {
        return new Problem(
                code.status(),
                code.name(),
                Texts.text("problem." + code + ".title"),
                Texts.text("problem." + code + ".detail"),
                List.of());
    }

    /** A refusal by the server itself, of which only the status is known. */
    public static Problem ofStatus(int status) {
        Problem problem = of(ProblemCode.ofStatus(status));
        return new Problem(status, problem.code(), problem.title(), problem.detail(), List.of());
    }

    /** A body or query that is not understood. */
    public static Problem invalid(List<FieldError> errors) {
        return of(ProblemCode.INVALID_INPUT).with(errors);
    }

    /** A refusal that lies in one field, which is told its reason, too. */
    public static Problem inField(ProblemCode code, String field) {
        Problem problem = of(code);
        return problem.with(List.of(new FieldError(field, problem.detail())));
    }

    /** The same with a text of the bundle's that knows more. */
    public static Problem inField(ProblemCode code, String field, String key, Object... arguments) {
        Problem problem = of(code).detailed(key, arguments);
        return problem.with(List.of(new FieldError(field, problem.detail())));
    }

    /** A body whose one field is not as it should be. */
    public static Problem inField(String field, Value<?> wrong) {
        return invalid(wrong.mistake()
                .map(message -> List.of(new FieldError(Fields.shown(field), message)))
                .orElse(List.of()));
    }

    /** A body that is no JSON, or not the JSON that it has to be. */
    public static Problem malformed(String key, Object... arguments) {
        return of(ProblemCode.MALFORMED_JSON).withDetail(Texts.text(key, arguments));
    }

    /** The same with another detail. */
    Problem withDetail(String text) {
        return new Problem(status, code, title, text, errors, more);
    }

    /** The same with a detail of the bundle's that knows more. */
    public Problem detailed(String key, @Nullable Object... arguments) {
        return withDetail(Texts.text(key, arguments));
    }

    /** The same with members of its own (RFC 9457, 3.2). */
    public Problem withMore(JsonObject members) {
        return new Problem(status, code, title, detail, errors, members);
    }

    private Problem with(List<FieldError> list) {
        return new Problem(status, code, title, detail, List.copyOf(list), more);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    public Response response() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(json().toString());
        headers().forEach(response::header);
        return response.build();
    }

    /** What the status has to be told with. */
    Map<String, String> headers() {
        return switch (status) {
            case 401 -> Map.of("WWW-Authenticate", "Bearer realm=\"billing\"");
            case 429 -> Map.of("Retry-After", Integer.toString(retrySeconds()));
            case 503 -> Map.of("Retry-After", Integer.toString(RETRY_SECONDS));
            default -> Map.of();
        };
    }

    private int retrySeconds() {
        return code.equals(ProblemCode.TOO_MANY_EVENTS.name()) ? 1 : ATTEMPTS_RETRY_SECONDS;
    }

    /** As it is written into an answer. */
    public JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add(
                        "type",
                        "urn:billing:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .add("code", code);
        if (!errors.isEmpty()) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            errors.forEach(error -> array.add(error.json()));
            json.add("errors", array);
        }
        more.forEach(json::add);
        return json.build();
    }
}
