package billing.web.account;

import billing.domain.account.Caller;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.ledger.GrantKind;
import billing.domain.money.Money;
import billing.ejb.account.GiveCredits;
import billing.ejb.account.GrantResult;
import billing.ejb.account.GrantService;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.IdempotencyKey;
import billing.web.api.JsonBody;
import billing.web.api.PlatformOnly;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Free credits, given by the platform. */
@Path("/accounts/{account}/grants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GrantResource {
    private static final int MAX_REASON = 500;
    /** A slip of the keyboard above this would be expensive. */
    static final Money MAX_GRANT = Money.of("10000000.00");

    @Inject
    GrantService grants;

    @Inject
    ApiCaller caller;

    @POST
    @PlatformOnly
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(@PathParam("account") String id, @Context HttpHeaders headers, @Nullable JsonBody body) {
        IdempotencyKey key = IdempotencyKey.of(headers);
        AccountId account = caller.accountId(id);
        GiveCredits command = command(account, key, Fields.of(body));
        if (command.amount().isMoreThan(MAX_GRANT)) {
            throw Problem.inField(ProblemCode.AMOUNT_TOO_LARGE, "amount").asException();
        }
        return answer(grants.grant(command));
    }

    private GiveCredits command(AccountId account, IdempotencyKey key, Fields fields) {
        Caller by = caller.get();
        Money amount = fields.amount("amount");
        if (fields.choice("kind", GrantKind.class, GrantKind.FREE) != GrantKind.FREE) {
            fields.refuse("kind", "field.choice", GrantKind.FREE);
        }
        Instant expiresAt = fields.optionalTime("expiresAt").orElse(null);
        String reason = fields.text("reason", MAX_REASON);
        fields.check();
        String grantId = key.id(Ids.GRANT, by, "/accounts/" + account + "/grants");
        return new GiveCredits(account, grantId, amount, expiresAt, reason, by.actor());
    }

    private static Response answer(GrantResult result) {
        if (result instanceof GrantResult.Granted granted) {
            return Response.status(Response.Status.CREATED)
                    .entity(GrantJson.of(granted.grant()))
                    .build();
        }
        if (result instanceof GrantResult.KeyReused) {
            throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED).asException();
        }
        if (result instanceof GrantResult.TooMuch) {
            throw Problem.inField(ProblemCode.AMOUNT_TOO_LARGE, "amount").asException();
        }
        if (result instanceof GrantResult.Expired) {
            throw Problem.inField(ProblemCode.ALREADY_EXPIRED, "expiresAt").asException();
        }
        if (result instanceof GrantResult.AccountClosed) {
            throw Problem.of(ProblemCode.ACCOUNT_CLOSED).asException();
        }
        throw Problem.of(ProblemCode.NOT_FOUND).asException();
    }
}
