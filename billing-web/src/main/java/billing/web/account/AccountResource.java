package billing.web.account;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.ejb.account.AccountService;
import billing.ejb.account.OpenAccount;
import billing.web.api.Answers;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import billing.web.api.PlatformOnly;
import billing.web.api.Values;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Accounts: the platform opens them, everybody sees those that the key is for. */
@Path("/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    private static final int MAX_NAME = 120;

    @Inject
    AccountService accounts;

    @Inject
    ApiCaller caller;

    @Inject
    Answers answers;

    @Inject
    InstantSource clock;

    @POST
    @PlatformOnly
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@Nullable JsonBody body) {
        BillingAccount account = accounts.open(command(Fields.of(body)));
        return answers.created("/accounts/" + account.id(), AccountJson.of(account));
    }

    private OpenAccount command(Fields fields) {
        String name = fields.text("name", MAX_NAME);
        String email = fields.email("email");
        BillingTerms terms = fields.object("terms")
                .map(given -> TermsReading.of(given, clock.instant()))
                .orElse(BillingTerms.PREPAID);
        fields.check();
        return new OpenAccount(name, email, terms);
    }

    @GET
    public JsonObject findByEmail(@Context UriInfo uri) {
        Parameters query = Parameters.of(uri);
        String email = query.required("email", Values::email, "");
        int limit = query.limit();
        String after = query.after(cursor -> AccountId.parse(cursor).isPresent());
        query.check();
        return JsonList.of(found(email, after, limit), AccountJson::of);
    }

    /** An account's own key finds that account only, and learns of no other with the same address. */
    private Page<BillingAccount> found(String email, @Nullable String after, int limit) {
        AccountId only = caller.get().onlyAccount();
        if (only == null) {
            return accounts.findByEmail(email, after, limit);
        }
        return new Page<>(
                accounts.find(only).stream()
                        .filter(account -> account.email().equalsIgnoreCase(email))
                        .toList(),
                null);
    }

    @GET
    @Path("{account}")
    public JsonObject get(@PathParam("account") String id) {
        return AccountJson.of(caller.account(id));
    }
}
