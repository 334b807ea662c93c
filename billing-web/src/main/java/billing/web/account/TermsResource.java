package billing.web.account;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.id.AccountId;
import billing.ejb.account.ChangeTerms;
import billing.ejb.account.TermsRefusal;
import billing.ejb.account.TermsResult;
import billing.ejb.account.TermsService;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.PlatformOnly;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** An account's terms, which the platform changes. */
@Path("/accounts/{account}/terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TermsResource {
    private static final int MAX_REASON = 500;

    @Inject
    TermsService terms;

    @Inject
    ApiCaller caller;

    @Inject
    InstantSource clock;

    @PUT
    @PlatformOnly
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject change(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        Fields fields = Fields.of(body);
        BillingTerms wanted = TermsReading.of(fields, clock.instant());
        String reason = fields.text("reason", MAX_REASON);
        fields.check();
        String actor = caller.get().actor();
        return AccountJson.of(changed(terms.change(new ChangeTerms(account, wanted, reason, actor))));
    }

    /** The account with what changed; refuses what can't be changed. */
    static BillingAccount changed(TermsResult result) {
        if (result instanceof TermsResult.Changed done) {
            return done.account();
        }
        boolean closed =
                result instanceof TermsResult.Refused refused && refused.reason() == TermsRefusal.ACCOUNT_CLOSED;
        throw Problem.of(closed ? ProblemCode.ACCOUNT_CLOSED : ProblemCode.NOT_FOUND)
                .asException();
    }
}
