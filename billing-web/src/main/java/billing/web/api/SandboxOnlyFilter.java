package billing.web.api;

import billing.ejb.runtime.Configuration;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** In production a {@link SandboxOnly} call is not there, for nobody: asked before who may call it. */
@Provider
@SandboxOnly
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class SandboxOnlyFilter implements ContainerRequestFilter {
    @Inject
    Configuration configuration;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!configuration.sandbox()) {
            request.abortWith(Problem.of(ProblemCode.NOT_FOUND).response());
        }
    }
}
