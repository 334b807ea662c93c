package billing.web.access;

import billing.domain.access.AccessDecision;
import billing.domain.usage.Labels;
import billing.ejb.access.AccessService;
import billing.web.api.ApiCaller;
import billing.web.api.Parameters;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/**
 * May this account spend? The answer is 200 either way: a no is an answer, not an error. {@link AccessFilter} answers almost
 * all of these calls before they come here; what comes here is what JAX-RS has an answer of its own to, such as a HEAD, and
 * what has to be refused.
 */
@Path("/accounts/{account}/access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccessResource {
    @Inject
    AccessService access;

    @Inject
    ApiCaller caller;

    @Inject
    AccessText text;

    @GET
    public String decide(@PathParam("account") String id, @Context UriInfo uri) {
        Parameters query = Parameters.of(uri);
        String project = query.optional("project", AccessCall::label).orElse(null);
        String apiKey = query.optional("apiKey", AccessCall::label).orElse(null);
        query.optional("epoch", AccessCall::epoch);
        query.optional("wait", AccessCall::seconds);
        AccessDecision decision = access.decide(caller.accountId(id), new Labels(apiKey, project, null))
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
        query.check();
        return text.of(decision);
    }
}
