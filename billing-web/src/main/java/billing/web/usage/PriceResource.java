package billing.web.usage;

import billing.domain.id.Ids;
import billing.domain.usage.Sku;
import billing.ejb.usage.PriceRefusal;
import billing.ejb.usage.PriceResult;
import billing.ejb.usage.PriceService;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import billing.web.api.PlatformOnly;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import billing.web.api.Value;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The price list: everybody with a key reads it, the platform adds to it. */
@Path("/prices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PriceResource {
    @Inject
    PriceService prices;

    @Inject
    ApiCaller caller;

    /** Adds a price. It takes no Idempotency-Key: its SKU and its time are one. */
    @POST
    @PlatformOnly
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@Nullable JsonBody body) {
        PriceResult result =
                prices.post(PriceReading.of(Fields.of(body), caller.get().actor()));
        if (result instanceof PriceResult.Posted posted) {
            return Response.status(Response.Status.CREATED)
                    .entity(PriceJson.of(posted.price()))
                    .build();
        }
        throw problem(((PriceResult.Refused) result).reason()).asException();
    }

    private static Problem problem(PriceRefusal refusal) {
        return switch (refusal) {
            case RESERVED_SKU -> Problem.inField(ProblemCode.SKU_DIFFERS, "sku");
            case OTHER_PRODUCT -> Problem.inField(ProblemCode.SKU_DIFFERS, "product");
            case OTHER_UNIT -> Problem.inField(ProblemCode.SKU_DIFFERS, "unit");
            case PAST_IS_SETTLED -> Problem.inField(ProblemCode.PAST_IS_SETTLED, "effectiveFrom");
            case PRICE_EXISTS -> Problem.inField(ProblemCode.PRICE_EXISTS, "effectiveFrom");
        };
    }

    @GET
    public JsonObject list(@Context UriInfo uri) {
        Parameters query = Parameters.of(uri);
        String sku = query.optional("sku", PriceResource::code).orElse(null);
        int limit = query.limit();
        String after = query.after(cursor -> Ids.isId(Ids.PRICE, cursor));
        query.check();
        return JsonList.of(prices.list(sku, after, limit), PriceJson::of);
    }

    private static Value<String> code(String text) {
        return Sku.isCode(text) ? Value.right(text) : Value.wrong("sku.format");
    }
}
