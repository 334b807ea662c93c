package billing.web.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Refuses a body that is announced as too large before any of it is kept; {@link Bodies} counts what comes all the same.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION + 1)
public class SizeFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        long length = announced(request);
        if (length <= Bodies.MAX_BYTES) {
            return;
        }
        if (length <= Bodies.MAX_DRAINED) {
            Bodies.drain(request.getEntityStream());
        }
        request.abortWith(Problem.of(ProblemCode.BODY_TOO_LARGE).response());
    }

    private static long announced(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.CONTENT_LENGTH))
                .map(String::strip)
                .map(length -> length.matches("\\d{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE)
                .orElse(0L);
    }
}
