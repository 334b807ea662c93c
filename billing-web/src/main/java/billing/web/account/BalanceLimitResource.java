package billing.web.account;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.account.TermsResult;
import billing.ejb.account.TermsService;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The owner's own limit below that of the terms. */
@Path("/accounts/{account}/balance-limit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BalanceLimitResource {
    private static final String LIMIT = "limit";

    @Inject
    TermsService terms;

    @Inject
    ApiCaller caller;

    @GET
    public JsonObject get(@PathParam("account") String id) {
        return TermsJson.limits(caller.account(id).terms());
    }

    /** Null takes it back. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject put(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        Fields fields = Fields.of(body);
        @Nullable
        Money own = fields.optionalAmount(LIMIT, TermsReading.LARGEST_LIMIT).orElse(null);
        if (!fields.has(LIMIT) && !fields.isNull(LIMIT)) {
            fields.refuse(LIMIT, "field.required");
        }
        fields.check();
        TermsResult result = terms.limit(account, own, caller.get().actor());
        if (result instanceof TermsResult.AboveCap above) {
            fields.refuse(LIMIT, "terms.cap", above.cap());
            fields.check();
        }
        return TermsJson.limits(TermsResource.changed(result).terms());
    }
}
