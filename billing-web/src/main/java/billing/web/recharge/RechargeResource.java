package billing.web.recharge;

import billing.domain.id.AccountId;
import billing.ejb.recharge.RechargePreview;
import billing.ejb.recharge.RechargeRefusal;
import billing.ejb.recharge.RechargeResult;
import billing.ejb.recharge.RechargeService;
import billing.ejb.recharge.SaveRecharge;
import billing.web.api.ApiCaller;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** An account's auto-recharge, which the account may set itself: who calls agrees to it. */
@Path("/accounts/{account}/auto-recharge")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RechargeResource {
    @Inject
    RechargeService recharges;

    @Inject
    ApiCaller caller;

    @Inject
    HttpServletRequest request;

    @GET
    public JsonObject get(@PathParam("account") String id) {
        return RechargeJson.of(recharges.get(caller.accountId(id)));
    }

    /** Turns it on, changes it, or turns it off. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject put(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        RechargeReading wanted = RechargeReading.of(body, recharges.get(account).settings());
        String actor = caller.get().actor();
        RechargeResult result = wanted.enabled()
                ? recharges.save(new SaveRecharge(account, wanted.settings(), actor, request.getRemoteAddr()))
                : recharges.turnOff(account, actor, request.getRemoteAddr());
        if (result instanceof RechargeResult.Invalid invalid) {
            wanted.refuse(invalid.problems());
        }
        return saved(result);
    }

    /** What settings would do; nothing changes. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject preview(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        RechargeReading wanted =
                RechargeReading.ofPreview(body, recharges.get(account).settings());
        RechargePreview preview = recharges.preview(account, wanted.settings());
        wanted.refuse(preview.problems());
        return RechargeJson.of(preview);
    }

    /** Makes the next try of a declined recharge now. */
    @POST
    @Path("retry")
    public JsonObject retry(@PathParam("account") String id) {
        return saved(recharges.retryNow(caller.accountId(id)));
    }

    /** What was agreed to, newest first. */
    @GET
    @Path("agreements")
    public JsonObject agreements(@PathParam("account") String id, @Context UriInfo uri) {
        AccountId account = caller.accountId(id);
        Parameters query = Parameters.of(uri);
        int limit = query.limit();
        String after = query.after(cursor -> cursor.matches("\\d{1,9}"));
        query.check();
        return JsonList.of(recharges.agreements(account, after, limit), RechargeJson::of);
    }

    private static JsonObject saved(RechargeResult result) {
        if (result instanceof RechargeResult.Saved saved) {
            return RechargeJson.of(saved.state());
        }
        throw Problem.of(code(((RechargeResult.Refused) result).reason())).asException();
    }

    private static ProblemCode code(RechargeRefusal refusal) {
        return switch (refusal) {
            case NO_SUCH_ACCOUNT -> ProblemCode.NOT_FOUND;
            case ACCOUNT_CLOSED -> ProblemCode.ACCOUNT_CLOSED;
            case ACCOUNT_SUSPENDED -> ProblemCode.ACCOUNT_SUSPENDED;
            case CARD_REQUIRED -> ProblemCode.CARD_REQUIRED;
            case DISPUTE_OPEN -> ProblemCode.DISPUTE_OPEN;
            case DISPUTE_DEBT -> ProblemCode.DISPUTE_DEBT;
            case NOTHING_TO_RETRY -> ProblemCode.NOTHING_TO_RETRY;
        };
    }
}
