package billing.web.purchase;

import billing.domain.account.Caller;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Refusal;
import billing.ejb.purchase.RefundCredits;
import billing.ejb.purchase.RefundResult;
import billing.ejb.purchase.RefundService;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.IdempotencyKey;
import billing.web.api.Json;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.PlatformOnly;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
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
import org.jspecify.annotations.Nullable;

/** Refunds of a purchase: the platform makes them, the account sees them. */
@Path("/purchases/{purchase}/refunds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RefundResource {
    private static final int MAX_REASON = 500;

    @Inject
    RefundService refunds;

    @Inject
    VisiblePurchases purchases;

    @Inject
    ApiCaller caller;

    @POST
    @PlatformOnly
    @Consumes(MediaType.APPLICATION_JSON)
    public Response refund(@PathParam("purchase") String id, @Context HttpHeaders headers, @Nullable JsonBody body) {
        IdempotencyKey key = IdempotencyKey.of(headers);
        CreditPurchase purchase = purchases.get(id);
        RefundResult result = refunds.refund(command(purchase, key, Fields.of(body)));
        if (result instanceof RefundResult.Accepted accepted) {
            return Response.status(Response.Status.CREATED)
                    .entity(RefundJson.of(accepted.refund()))
                    .build();
        }
        throw problem(((RefundResult.Refused) result).reason(), purchase).asException();
    }

    /** One who wants too much is told how much it may be. */
    private Problem problem(Refusal refusal, CreditPurchase purchase) {
        if (refusal != Refusal.MORE_THAN_UNSPENT) {
            return Refusals.problem(refusal);
        }
        String most = refunds.refundable(purchase).toString();
        return Problem.inField(ProblemCode.MORE_THAN_UNSPENT, "amount", "problem.MORE_THAN_UNSPENT.most", most)
                .withMore(Json.createObjectBuilder().add("refundable", most).build());
    }

    private RefundCredits command(CreditPurchase purchase, IdempotencyKey key, Fields fields) {
        Caller by = caller.get();
        Money amount = fields.amount("amount");
        String reason = fields.text("reason", MAX_REASON);
        fields.check();
        String refundId = key.id(Ids.REFUND, by, "/purchases/" + purchase.id() + "/refunds");
        return new RefundCredits(purchase.id(), refundId, amount, reason, by.actor());
    }

    @GET
    public JsonObject list(@PathParam("purchase") String id) {
        return JsonList.ofAll(refunds.list(purchases.get(id).id()), RefundJson::of);
    }
}
