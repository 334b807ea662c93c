package billing.web.access;

import billing.domain.access.AccessDecision;
import billing.domain.usage.Labels;
import billing.ejb.access.AccessService;
import billing.web.api.ApiCaller;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** May this account spend? The answer is 200 either way: a no is an answer, not an error. */
@Path("/accounts/{account}/access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccessResource {
    @Inject
    AccessService access;

    @Inject
    ApiCaller caller;

    @Inject
    AccessLinks links;

    @GET
    public JsonObject decide(@PathParam("account") String id, @Context UriInfo uri) {
        Parameters query = Parameters.of(uri);
        String project = query.optionalText("project").orElse(null);
        String apiKey = query.optionalText("apiKey").orElse(null);
        AccessDecision decision = access.decide(caller.accountId(id), new Labels(apiKey, project, null))
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
        query.check();
        return json(decision);
    }

    private JsonObject json(AccessDecision decision) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("allowed", decision.allowed())
                .add("reason", decision.reason().name())
                .add("available", decision.available().toString())
                .add("limit", JsonList.orNull(decision.limit()))
                .add("epoch", decision.epoch());
        links.fixUrl(decision.reason().name()).ifPresent(url -> json.add("fixUrl", url));
        return json.build();
    }
}
