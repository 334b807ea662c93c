package billing.web.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Guards {@link PlatformOnly} calls. */
@Provider
@PlatformOnly
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class PlatformOnlyFilter implements ContainerRequestFilter {
    @Inject
    ApiCaller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!caller.get().isPlatform()) {
            request.abortWith(Problem.of(ProblemCode.FORBIDDEN).response());
        }
    }
}
