package billing.web.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Tells as a problem what the JAX-RS provider refuses by itself: unknown paths, methods, types. */
@Provider
public class RefusedRequestMapper implements ExceptionMapper<WebApplicationException> {
    private static final int ERRORS = 400;

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response given = refused.getResponse();
        if (given.getStatus() < ERRORS || refused instanceof ProblemException) {
            return given;
        }
        if (given.getStatus() >= ProblemCode.INTERNAL.status()) {
            return UnexpectedErrorMapper.answer(refused);
        }
        return withAllow(given, Problem.ofStatus(given.getStatus()).response());
    }

    /** A 405 has to say which methods there are (RFC 9110, 15.5.6). */
    private static Response withAllow(Response given, Response problem) {
        return Optional.ofNullable(given.getHeaderString(HttpHeaders.ALLOW))
                .map(allow -> Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allow)
                        .build())
                .orElse(problem);
    }
}
