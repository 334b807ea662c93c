package billing.web.sandbox;

import billing.domain.id.AccountId;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.account.AccountService;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.sandbox.DisputeAction;
import billing.ejb.sandbox.DisputeResult;
import billing.ejb.sandbox.FaultKind;
import billing.ejb.sandbox.SandboxGatewayService;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import billing.web.api.PlatformOnly;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import billing.web.api.SandboxOnly;
import billing.web.api.Values;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway's double: what is to go wrong next, and what it has really seen. */
@Path("/sandbox/gateway")
@RequestScoped
@SandboxOnly
@PlatformOnly
@Produces(MediaType.APPLICATION_JSON)
public class SandboxGatewayResource {
    private static final int MAX_TIMES = 100_000;
    private static final int MAX_ID = 40;

    @Inject
    SandboxGatewayService gateway;

    @Inject
    AccountService accounts;

    @Inject
    PurchaseService purchases;

    @POST
    @Path("faults")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject script(@Nullable JsonBody body) {
        Fields fields = Fields.of(body);
        FaultKind next = fields.choice("next", FaultKind.class, FaultKind.SERVER_ERROR);
        int times = fields.integer("times", 1, MAX_TIMES);
        Optional<AccountId> account = fields.string("account", Values::accountId);
        if (account.isPresent() && accounts.find(account.get()).isEmpty()) {
            fields.refuse("account", "field.account");
        }
        fields.check();
        gateway.script(next, times, account.orElse(null));
        return FaultJson.of(next, times, account);
    }

    /** Lets a bank ask a payment back, or decide; the notices of it have been tried when this has answered. */
    @POST
    @Path("disputes")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject dispute(@Nullable JsonBody body) {
        Fields fields = Fields.of(body);
        String id = fields.text("purchase", MAX_ID);
        DisputeAction action = fields.choice("action", DisputeAction.class, DisputeAction.OPEN);
        fields.check();
        CreditPurchase purchase = purchases
                .find(id)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
        DisputeResult result = gateway.dispute(purchase, action);
        if (result instanceof DisputeResult.Done done) {
            return DisputeJson.of(done.dispute(), purchase.id());
        }
        String why = ((DisputeResult.Impossible) result).why();
        throw Problem.of(ProblemCode.DISPUTE_IMPOSSIBLE)
                .detailed("problem.DISPUTE_IMPOSSIBLE.why", why)
                .asException();
    }

    @GET
    @Path("charges")
    public JsonObject charges(@Context UriInfo uri) {
        Parameters query = Parameters.of(uri);
        Optional<AccountId> account = query.optional("account", Values::accountId);
        int limit = query.limit();
        String after = query.after(cursor -> cursor.matches("\\w{1,255}"));
        query.check();
        return JsonList.of(gateway.charges(account.orElse(null), after, limit), ChargeJson::of);
    }
}
