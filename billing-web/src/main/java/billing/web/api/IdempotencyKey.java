package billing.web.api;

import billing.domain.account.Caller;
import billing.domain.id.Ids;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key under which a request may be repeated.
 *
 * <p>The id of what the request makes is derived from it, so the repeated request names the same thing by itself, on
 * every node and for ever, without a table of keys.
 */
public record IdempotencyKey(String value) {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /** @throws ProblemException if there is none, several, or one that is too long or not plain ASCII */
    public static IdempotencyKey of(HttpHeaders headers) {
        List<String> given = listOf(headers.getRequestHeader(HEADER));
        if (given.isEmpty() || given.get(0).isBlank()) {
            throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REQUIRED).asException();
        }
        if (given.size() > 1 || !FORM.matcher(given.get(0)).matches()) {
            throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_INVALID).asException();
        }
        return new IdempotencyKey(given.get(0).strip());
    }

    private static List<String> listOf(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    /**
     * The id of the thing that this caller makes at this path.
     *
     * @param path as we write it ourselves: the one that was sent may have another spelling
     */
    public String id(String prefix, Caller caller, String path) {
        return Ids.derive(prefix, caller.scope(), "POST " + ApiApplication.PATH + path, value);
    }
}
