package billing.web.purchase;

import billing.domain.account.Caller;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.ejb.purchase.BuyCredits;
import billing.ejb.purchase.PurchaseResult;
import billing.ejb.purchase.PurchaseService;
import billing.web.api.Answers;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.IdempotencyKey;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
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

/** An account's purchases. A declined one is a purchase, too: it is answered with its status, not as a problem. */
@Path("/accounts/{account}/purchases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountPurchaseResource {
    @Inject
    PurchaseService purchases;

    @Inject
    VisiblePurchases visible;

    @Inject
    ApiCaller caller;

    @Inject
    Answers answers;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response buy(@PathParam("account") String id, @Context HttpHeaders headers, @Nullable JsonBody body) {
        IdempotencyKey key = IdempotencyKey.of(headers);
        AccountId account = caller.accountId(id);
        Fields fields = Fields.of(body);
        Money amount = fields.amount("amount");
        fields.check();
        PurchaseResult result = purchases.buy(command(account, key, amount));
        if (result instanceof PurchaseResult.Accepted accepted) {
            return answers.created("/purchases/" + accepted.purchase().id(), visible.json(accepted.purchase()));
        }
        throw Refusals.problem(((PurchaseResult.Refused) result).reason()).asException();
    }

    private BuyCredits command(AccountId account, IdempotencyKey key, Money amount) {
        Caller by = caller.get();
        String purchaseId = key.id(Ids.PURCHASE, by, "/accounts/" + account + "/purchases");
        return new BuyCredits(account, purchaseId, amount, by.actor(), !by.isPlatform());
    }

    @GET
    public JsonObject list(@PathParam("account") String id, @Context UriInfo uri) {
        AccountId account = caller.accountId(id);
        Parameters query = Parameters.of(uri);
        int limit = query.limit();
        String after = query.after(cursor -> Ids.isId(Ids.PURCHASE, cursor));
        query.check();
        return JsonList.of(purchases.list(account, after, limit), visible::json);
    }
}
