package billing.web.account;

import billing.domain.account.BillingContact;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.ejb.account.AddContactResult;
import billing.ejb.account.ContactRefusal;
import billing.ejb.account.ContactService;
import billing.web.api.Answers;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.Json;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
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

/** An account's billing contacts, which the account may choose itself. */
@Path("/accounts/{account}/contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {
    @Inject
    ContactService contacts;

    @Inject
    ApiCaller caller;

    @Inject
    Answers answers;

    @GET
    public JsonObject list(@PathParam("account") String id) {
        return JsonList.ofAll(contacts.list(caller.accountId(id)), ContactResource::json);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        Fields fields = Fields.of(body);
        String email = fields.email("email");
        fields.check();
        AddContactResult result = contacts.add(account, email, caller.get().actor());
        if (result instanceof AddContactResult.Added added) {
            BillingContact contact = added.contact();
            return answers.created("/accounts/" + account + "/contacts/" + contact.id(), json(contact));
        }
        throw Problem.of(code(((AddContactResult.Refused) result).reason())).asException();
    }

    @DELETE
    @Path("{contact}")
    public void remove(@PathParam("account") String id, @PathParam("contact") String contact) {
        AccountId account = caller.accountId(id);
        if (!Ids.isId(Ids.CONTACT, contact) || !contacts.remove(account, contact)) {
            throw Problem.of(ProblemCode.NOT_FOUND).asException();
        }
    }

    private static ProblemCode code(ContactRefusal reason) {
        return switch (reason) {
            case NO_SUCH_ACCOUNT -> ProblemCode.NOT_FOUND;
            case ACCOUNT_CLOSED -> ProblemCode.ACCOUNT_CLOSED;
            case TOO_MANY_CONTACTS -> ProblemCode.TOO_MANY_CONTACTS;
            case CONTACT_EXISTS -> ProblemCode.CONTACT_EXISTS;
        };
    }

    private static JsonObject json(BillingContact contact) {
        return Json.createObjectBuilder()
                .add("id", contact.id())
                .add("email", contact.email())
                .add("createdAt", contact.createdAt().toString())
                .build();
    }
}
