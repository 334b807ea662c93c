package billing.web.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.EntryKind;
import billing.ejb.ledger.EntryQuery;
import billing.ejb.ledger.LedgerService;
import billing.web.api.ApiCaller;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import billing.web.api.Values;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account's books, newest first; {@code from} belongs to the span, {@code to} does not. */
@Path("/accounts/{account}/ledger")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {
    @Inject
    LedgerService ledger;

    @Inject
    ApiCaller caller;

    @GET
    public JsonObject list(@PathParam("account") String id, @Context UriInfo uri) {
        AccountId account = caller.accountId(id);
        return JsonList.of(ledger.entries(query(account, Parameters.of(uri))), EntryJson::of);
    }

    private static EntryQuery query(AccountId account, Parameters query) {
        @Nullable Instant from = query.optional("from", Values::time).orElse(null);
        @Nullable Instant to = query.optional("to", Values::time).orElse(null);
        @Nullable
        EntryKind kind = query.optional("kind", text -> Values.choice(text, EntryKind.class))
                .orElse(null);
        String after = query.after(cursor -> cursor.matches("\\d{1,18}"));
        int limit = query.limit();
        if (from != null && to != null && to.isBefore(from)) {
            query.refuse("to", "time.order");
        }
        query.check();
        return new EntryQuery(account, from, to, kind, after, limit);
    }
}
