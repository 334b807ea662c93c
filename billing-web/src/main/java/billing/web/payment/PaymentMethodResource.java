package billing.web.payment;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.id.Page;
import billing.domain.payment.PaymentMethod;
import billing.ejb.payment.AddMethod;
import billing.ejb.payment.MethodRefusal;
import billing.ejb.payment.PaymentMethodService;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards and bank accounts on file. */
@Path("/accounts/{account}/payment-methods")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaymentMethodResource {
    private static final int MAX_TOKEN = 255;

    @Inject
    PaymentMethodService methods;

    @Inject
    ApiCaller caller;

    @Inject
    MethodAnswers answers;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        Fields fields = Fields.of(body);
        String token = fields.text("token", MAX_TOKEN);
        boolean makeDefault = fields.flag("makeDefault");
        fields.check();
        return answers.addedByToken(
                account, methods.add(new AddMethod(account, token, makeDefault, caller.limitedAddress())));
    }

    @GET
    public JsonObject list(@PathParam("account") String id, @Context UriInfo uri) {
        BillingAccount account = caller.account(id);
        Parameters query = Parameters.of(uri);
        int limit = query.limit();
        String after = query.after(cursor -> Ids.isId(Ids.PAYMENT_METHOD, cursor));
        query.check();
        Page<PaymentMethod> page = methods.list(account.id(), after, limit);
        return JsonList.of(page, method -> PaymentMethodJson.of(method, account));
    }

    @PUT
    @Path("{method}/default")
    public void makeDefault(@PathParam("account") String id, @PathParam("method") String method) {
        AccountId account = caller.accountId(id);
        refuse(methods.makeDefault(account, existing(method)));
    }

    @DELETE
    @Path("{method}")
    public void remove(@PathParam("account") String id, @PathParam("method") String method) {
        AccountId account = caller.accountId(id);
        refuse(methods.remove(account, existing(method)));
    }

    private static String existing(String method) {
        if (Ids.isId(Ids.PAYMENT_METHOD, method)) {
            return method;
        }
        throw Problem.of(ProblemCode.NOT_FOUND).asException();
    }

    private static void refuse(Optional<MethodRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw MethodAnswers.problem(reason).asException();
        });
    }
}
