package billing.web.sandbox;

import billing.ejb.sandbox.SandboxClockService;
import billing.web.api.Fields;
import billing.web.api.Json;
import billing.web.api.JsonBody;
import billing.web.api.PlatformOnly;
import billing.web.api.SandboxOnly;
import billing.web.api.Value;
import billing.web.api.Values;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The movable clock. It only goes forward: what was due stays done. */
@Path("/sandbox/clock")
@RequestScoped
@SandboxOnly
@PlatformOnly
@Produces(MediaType.APPLICATION_JSON)
public class SandboxClockResource {
    @Inject
    SandboxClockService clock;

    @GET
    public JsonObject now() {
        return json(clock.now());
    }

    @POST
    @Path("advance")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject advance(@Nullable JsonBody body) {
        return json(clock.advanceTo(target(Fields.of(body), clock.now())));
    }

    private static Instant target(Fields fields, Instant now) {
        Optional<Instant> by = fields.string("by", text -> Durations.after(now, text));
        Optional<Instant> to = fields.string("to", text -> notBefore(now, text));
        if (fields.has("by") == fields.has("to")) {
            fields.refuse("by", "field.one-of", "by, to");
        }
        fields.check();
        return by.or(() -> to).orElse(now);
    }

    private static Value<Instant> notBefore(Instant now, String text) {
        Value<Instant> time = Values.time(text);
        boolean past = time.content().filter(at -> at.isBefore(now)).isPresent();
        return past ? Value.wrong("time.past") : time;
    }

    private static JsonObject json(Instant now) {
        return Json.createObjectBuilder().add("now", now.toString()).build();
    }
}
