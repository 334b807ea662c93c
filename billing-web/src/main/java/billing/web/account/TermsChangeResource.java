package billing.web.account;

import billing.domain.id.AccountId;
import billing.ejb.account.TermsService;
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

/** Who changed an account's terms or the owner's limit, and why. */
@Path("/accounts/{account}/terms-changes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TermsChangeResource {
    @Inject
    TermsService terms;

    @Inject
    ApiCaller caller;

    /** Newest first. */
    @GET
    public JsonObject list(@PathParam("account") String id, @Context UriInfo uri) {
        AccountId account = caller.accountId(id);
        Parameters query = Parameters.of(uri);
        int limit = query.limit();
        String after = query.after(cursor -> cursor.matches("\\d{1,9}"));
        query.check();
        return JsonList.of(terms.changes(account, after, limit), TermsJson::of);
    }
}
