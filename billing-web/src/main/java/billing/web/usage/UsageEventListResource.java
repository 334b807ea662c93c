package billing.web.usage;

import billing.domain.id.AccountId;
import billing.ejb.usage.UsageReportService;
import billing.web.api.ApiCaller;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** An account's single usage events, those recorded last first; what the sums are made of. */
@Path("/accounts/{account}/usage-events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsageEventListResource {
    @Inject
    UsageReportService usage;

    @Inject
    ApiCaller caller;

    @GET
    public JsonObject list(@PathParam("account") String id, @Context UriInfo uri) {
        AccountId account = caller.accountId(id);
        UsageReading reading = new UsageReading(Parameters.of(uri));
        return JsonList.of(usage.events(reading.events(account)), UsageJson::of);
    }
}
