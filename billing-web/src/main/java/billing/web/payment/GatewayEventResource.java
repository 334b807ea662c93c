package billing.web.payment;

import billing.ejb.payment.GatewayNoticeService;
import billing.web.api.Bodies;
import billing.web.api.Json;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where the gateway's notices arrive. Their signature is over the bytes, so the body is taken as it is. */
@Path("/gateway/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GatewayEventResource {
    private static final String SIGNATURE = "Stripe-Signature";
    private static final int MAX_SIGNATURE = 2000;

    @Inject
    GatewayNoticeService notices;

    @POST
    @Consumes(MediaType.WILDCARD)
    public JsonObject receive(@HeaderParam(SIGNATURE) @Nullable String signature, InputStream body) throws IOException {
        String payload = Bodies.read(body);
        boolean plausible = signature != null && signature.length() <= MAX_SIGNATURE;
        if (!plausible || !notices.receive(payload, String.valueOf(signature))) {
            throw Problem.of(ProblemCode.BAD_SIGNATURE).asException();
        }
        return Json.createObjectBuilder().add("received", true).build();
    }
}
