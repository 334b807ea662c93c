package billing.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** What all answers have in common: nobody in between keeps them, no browser guesses their type, and they are counted. */
@Provider
@ApplicationScoped
public class AnswerFilter implements ContainerResponseFilter {
    private static final int ERRORS = 400;

    @Inject
    RequestCounts counts;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Cache-Control", "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        explain(response);
        counts.count(request.getMethod(), response.getStatus());
    }

    /** Some refusals of the JAX-RS provider pass no mapper: a header that can't be read, for one. */
    private static void explain(ContainerResponseContext response) {
        if (response.getStatus() >= ERRORS && !response.hasEntity()) {
            String problem = Problem.ofStatus(response.getStatus()).json().toString();
            response.setEntity(problem, new Annotation[0], Problem.MEDIA_TYPE);
        }
    }
}
