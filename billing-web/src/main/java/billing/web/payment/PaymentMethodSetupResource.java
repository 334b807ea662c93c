package billing.web.payment;

import billing.domain.id.AccountId;
import billing.domain.payment.HostedSetup;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.payment.SetupResult;
import billing.web.api.Answers;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.Json;
import billing.web.api.JsonBody;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import billing.web.api.Values;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The gateway's hosted page, where a card or a bank account is typed in: it never passes through here. */
@Path("/accounts/{account}/payment-method-setups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaymentMethodSetupResource {
    private static final Pattern SETUP_ID = Pattern.compile("[A-Za-z0-9_]{1,255}");
    private static final URI NOWHERE = URI.create("about:blank");

    @Inject
    PaymentMethodService methods;

    @Inject
    ApiCaller caller;

    @Inject
    MethodAnswers answers;

    @Inject
    Answers links;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        Fields fields = Fields.of(body);
        URI returnUrl = fields.requiredString("returnUrl", Values::webAddress, NOWHERE);
        fields.check();
        SetupResult result = methods.openSetup(account, returnUrl, caller.limitedAddress());
        if (result instanceof SetupResult.Opened opened) {
            return links.created(path(account, opened.setup()), json(opened.setup()));
        }
        throw MethodAnswers.problem(((SetupResult.Refused) result).reason()).asException();
    }

    /** Takes over what was typed in, for a platform whose customer has come back; the same setup, the same method. */
    @POST
    @Path("{setup}/finish")
    public Response finish(@PathParam("account") String id, @PathParam("setup") String setup) {
        AccountId account = caller.accountId(id);
        if (!SETUP_ID.matcher(setup).matches()) {
            throw Problem.of(ProblemCode.NOT_FOUND).asException();
        }
        return answers.added(account, methods.finishSetup(account, setup));
    }

    private static String path(AccountId account, HostedSetup setup) {
        return "/accounts/" + account + "/payment-method-setups/" + setup.id();
    }

    private static JsonObject json(HostedSetup setup) {
        return Json.createObjectBuilder()
                .add("id", setup.id())
                .add("url", setup.url().toString())
                .build();
    }
}
