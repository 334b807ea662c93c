package billing.web.account;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.ejb.account.ApiKeyService;
import billing.ejb.account.NewKey;
import billing.web.api.Answers;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.PlatformOnly;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An account's own keys. The platform hands them out: a key that leaked must not be able to make itself a successor. */
@Path("/accounts/{account}/api-keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeyResource {
    private static final int MAX_NAME = 120;

    @Inject
    ApiKeyService keys;

    @Inject
    ApiCaller caller;

    @Inject
    Answers answers;

    @POST
    @PlatformOnly
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("account") String id, @Nullable JsonBody body) {
        BillingAccount account = caller.account(id);
        Fields fields = Fields.of(body);
        String name = fields.text("name", MAX_NAME);
        fields.check();
        if (!account.isOpen()) {
            throw Problem.of(ProblemCode.ACCOUNT_CLOSED).asException();
        }
        NewKey key = keys.create(account.id(), name, caller.get().actor());
        return answers.created(path(account.id(), key.key().id()), ApiKeyJson.of(key));
    }

    @GET
    public JsonObject list(@PathParam("account") String id) {
        return JsonList.ofAll(keys.list(caller.accountId(id)), ApiKeyJson::of);
    }

    @DELETE
    @PlatformOnly
    @Path("{key}")
    public void revoke(@PathParam("account") String id, @PathParam("key") String key) {
        AccountId account = caller.accountId(id);
        if (!Ids.isId(Ids.API_KEY, key) || !keys.revoke(account, key)) {
            throw Problem.of(ProblemCode.NOT_FOUND).asException();
        }
    }

    private static String path(AccountId account, String key) {
        return "/accounts/" + account + "/api-keys/" + key;
    }
}
