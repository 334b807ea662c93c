package billing.web.access;

import billing.domain.access.Hold;
import billing.domain.access.HoldStatus;
import billing.domain.access.HoldTerms;
import billing.domain.account.Caller;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.ejb.access.HoldService;
import billing.ejb.access.TakeHold;
import billing.web.api.Answers;
import billing.web.api.ApiCaller;
import billing.web.api.IdempotencyKey;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import billing.web.api.PlatformOnly;
import billing.web.api.Values;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** An account's holds: the platform takes them, the account sees them. */
@Path("/accounts/{account}/holds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountHoldResource {
    @Inject
    HoldService holds;

    @Inject
    HoldAnswers results;

    @Inject
    ApiCaller caller;

    @Inject
    Answers answers;

    @POST
    @PlatformOnly
    @Consumes(MediaType.APPLICATION_JSON)
    public Response take(@PathParam("account") String id, @Context HttpHeaders headers, @Nullable JsonBody body) {
        IdempotencyKey key = IdempotencyKey.of(headers);
        AccountId account = caller.accountId(id);
        HoldTerms terms = HoldReading.terms(account, body);
        Caller by = caller.get();
        String holdId = key.id(Ids.HOLD, by, "/accounts/" + account + "/holds");
        Hold hold = results.accepted(holds.take(new TakeHold(holdId, terms, by.actor())));
        return answers.created("/holds/" + hold.id(), HoldJson.of(hold));
    }

    @GET
    public JsonObject list(@PathParam("account") String id, @Context UriInfo uri) {
        AccountId account = caller.accountId(id);
        Parameters query = Parameters.of(uri);
        HoldStatus status = query.optional("status", text -> Values.choice(text, HoldStatus.class))
                .orElse(null);
        int limit = query.limit();
        String after = query.after(cursor -> Ids.isId(Ids.HOLD, cursor));
        query.check();
        return JsonList.of(holds.list(account, status, after, limit), HoldJson::of);
    }
}
