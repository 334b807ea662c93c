package billing.web.access;

import billing.domain.access.Hold;
import billing.domain.account.Caller;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.ejb.access.HoldService;
import billing.ejb.access.SettleHold;
import billing.web.api.ApiCaller;
import billing.web.api.IdempotencyKey;
import billing.web.api.JsonBody;
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
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A single hold, and how it ends. */
@Path("/holds/{hold}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HoldResource {
    @Inject
    HoldService holds;

    @Inject
    HoldAnswers results;

    @Inject
    ApiCaller caller;

    @GET
    public JsonObject get(@PathParam("hold") String id) {
        return HoldJson.of(visible(id));
    }

    @POST
    @PlatformOnly
    @Path("settle")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject settle(@PathParam("hold") String id, @Context HttpHeaders headers, @Nullable JsonBody body) {
        IdempotencyKey key = IdempotencyKey.of(headers);
        Hold hold = visible(id);
        Money total = HoldReading.total(body);
        Caller by = caller.get();
        SettleHold command = new SettleHold(hold.id(), total, request(key, by, hold, "settle"), by.actor());
        return HoldJson.of(results.accepted(holds.settle(command)));
    }

    @POST
    @PlatformOnly
    @Path("release")
    public JsonObject release(@PathParam("hold") String id, @Context HttpHeaders headers) {
        IdempotencyKey key = IdempotencyKey.of(headers);
        Hold hold = visible(id);
        Caller by = caller.get();
        return HoldJson.of(results.accepted(holds.release(hold.id(), request(key, by, hold, "release"), by.actor())));
    }

    @POST
    @PlatformOnly
    @Path("extend")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject extend(@PathParam("hold") String id, @Nullable JsonBody body) {
        Hold hold = visible(id);
        Duration lifetime = HoldReading.extension(body);
        return HoldJson.of(results.accepted(holds.extend(hold.id(), lifetime)));
    }

    private static String request(IdempotencyKey key, Caller by, Hold hold, String verb) {
        return key.id(Ids.HOLD, by, "/holds/" + hold.id() + "/" + verb);
    }

    private Hold visible(String id) {
        return Optional.of(id)
                .filter(text -> Ids.isId(Ids.HOLD, text))
                .flatMap(holds::find)
                .filter(hold -> caller.mayActOn(hold.account()))
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
    }
}
