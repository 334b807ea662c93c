package billing.web.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets nobody in without a key: before a resource is looked for, so that a stranger learns nothing, not even which paths
 * there are. The gateway's notices are signed instead.
 */
@Provider
@PreMatching
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class KeyFilter implements ContainerRequestFilter {
    private static final String SIGNED = "gateway/events";

    @Inject
    ApiCaller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().endsWith(SIGNED)) {
            return;
        }
        if (caller.find().isEmpty()) {
            request.abortWith(Problem.of(ProblemCode.UNAUTHORIZED).response());
        }
    }
}
