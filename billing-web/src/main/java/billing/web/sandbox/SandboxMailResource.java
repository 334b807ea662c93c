package billing.web.sandbox;

import billing.domain.id.Ids;
import billing.domain.id.Page;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import billing.web.api.Json;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import billing.web.api.PlatformOnly;
import billing.web.api.SandboxOnly;
import billing.web.api.Values;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mails that were sent, to one address or to everybody, newest first. */
@Path("/sandbox/mail")
@RequestScoped
@SandboxOnly
@PlatformOnly
@Produces(MediaType.APPLICATION_JSON)
public class SandboxMailResource {
    @Inject
    NoticeService notices;

    @GET
    public JsonObject list(@Context UriInfo uri) {
        Parameters query = Parameters.of(uri);
        Optional<String> to = query.optional("to", Values::email);
        int limit = query.limit();
        @Nullable String after = query.after(cursor -> Ids.isId(Ids.MAIL, cursor));
        query.check();
        Page<SentMail> page = to.isPresent() ? notices.sentTo(to.get(), after, limit) : notices.sent(after, limit);
        return JsonList.of(page, SandboxMailResource::json);
    }

    private static JsonObject json(SentMail mail) {
        JsonArrayBuilder links = Json.createArrayBuilder();
        mail.links().forEach(links::add);
        return Json.createObjectBuilder()
                .add("to", mail.to())
                .add("kind", mail.kind())
                .add("subject", mail.subject())
                .add("text", mail.text())
                .add("links", links)
                .add("sentAt", mail.sentAt().toString())
                .build();
    }
}
