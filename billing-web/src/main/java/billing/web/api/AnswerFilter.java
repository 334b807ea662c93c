package billing.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** What all answers have in common: nobody in between keeps them, no browser guesses their type, and they are counted. */
@Provider
@ApplicationScoped
public class AnswerFilter implements ContainerResponseFilter {
    @Inject
    RequestCounts counts;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Cache-Control", "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        counts.count(request.getMethod(), response.getStatus());
    }
}
