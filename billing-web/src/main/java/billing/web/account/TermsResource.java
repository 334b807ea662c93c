package billing.web.account;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.account.ChangeTerms;
import billing.ejb.account.TermsRefusal;
import billing.ejb.account.TermsResult;
import billing.ejb.account.TermsService;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import billing.web.api.PlatformOnly;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** An account's terms, which the platform changes, and the owner's own limit below them. */
@Path("/accounts/{account}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TermsResource {
    private static final int MAX_REASON = 500;
    private static final String LIMIT = "limit";

    @Inject
    TermsService terms;

    @Inject
    ApiCaller caller;

    @Inject
    InstantSource clock;

    @PUT
    @Path("terms")
    @PlatformOnly
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject change(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        Fields fields = Fields.of(body);
        BillingTerms wanted = TermsReading.of(fields, clock.instant());
        String reason = fields.text("reason", MAX_REASON);
        fields.check();
        String actor = caller.get().actor();
        return AccountJson.of(changed(terms.change(new ChangeTerms(account, wanted, reason, actor)), fields));
    }

    /** The owner's own limit; null takes it back. */
    @PUT
    @Path("balance-limit")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject limit(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        Fields fields = Fields.of(body);
        @Nullable Money own = null;
        if (!fields.isNull(LIMIT)) {
            own = fields.optionalAmount(LIMIT, TermsReading.LARGEST_LIMIT).orElse(null);
            if (!fields.has(LIMIT)) {
                fields.refuse(LIMIT, "field.required");
            }
        }
        fields.check();
        TermsResult result = terms.limit(account, own, caller.get().actor());
        return TermsJson.limits(changed(result, fields).terms());
    }

    @GET
    @Path("balance-limit")
    public JsonObject limit(@PathParam("account") String id) {
        return TermsJson.limits(caller.account(id).terms());
    }

    /** What changed, newest first. */
    @GET
    @Path("terms-changes")
    public JsonObject changes(@PathParam("account") String id, @Context UriInfo uri) {
        AccountId account = caller.accountId(id);
        Parameters query = Parameters.of(uri);
        int limit = query.limit();
        String after = query.after(cursor -> cursor.matches("\\d{1,9}"));
        query.check();
        return JsonList.of(terms.changes(account, after, limit), TermsJson::of);
    }

    private static BillingAccount changed(TermsResult result, Fields fields) {
        if (result instanceof TermsResult.AboveCap above) {
            fields.refuse(LIMIT, "terms.cap", above.cap());
            fields.check();
        }
        if (result instanceof TermsResult.Changed done) {
            return done.account();
        }
        boolean closed =
                result instanceof TermsResult.Refused refused && refused.reason() == TermsRefusal.ACCOUNT_CLOSED;
        throw Problem.of(closed ? ProblemCode.ACCOUNT_CLOSED : ProblemCode.NOT_FOUND)
                .asException();
    }
}
