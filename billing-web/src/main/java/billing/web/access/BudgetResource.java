package billing.web.access;

import billing.domain.access.BudgetState;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.ejb.access.BudgetResult;
import billing.ejb.access.BudgetService;
import billing.web.api.ApiCaller;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An account's budgets, which the account may set itself. A budget is named by its scope and its period. */
@Path("/accounts/{account}/budgets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BudgetResource {
    @Inject
    BudgetService budgets;

    @Inject
    ApiCaller caller;

    @GET
    public JsonObject list(@PathParam("account") String id) {
        return JsonList.ofAll(budgets.list(caller.accountId(id)), BudgetJson::of);
    }

    /** Makes, changes, or, without an amount, removes the budget of a scope and a period. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        BudgetReading wanted = BudgetReading.of(body);
        if (wanted.amount().isEmpty()) {
            budgets.remove(account, wanted.scope(), wanted.period());
            return Response.noContent().build();
        }
        return Response.ok(BudgetJson.of(set(account, wanted, wanted.amount().get())))
                .build();
    }

    private BudgetState set(AccountId account, BudgetReading wanted, Money amount) {
        BudgetResult result =
                budgets.set(wanted.command(account, amount, caller.get().actor()));
        if (result instanceof BudgetResult.Accepted accepted) {
            return accepted.state();
        }
        throw Problem.of(refusal(result)).asException();
    }

    private static ProblemCode refusal(BudgetResult result) {
        if (result instanceof BudgetResult.TooMany) {
            return ProblemCode.TOO_MANY_BUDGETS;
        }
        return result instanceof BudgetResult.AccountClosed ? ProblemCode.ACCOUNT_CLOSED : ProblemCode.NOT_FOUND;
    }

    @DELETE
    @Path("{budget}")
    public void remove(@PathParam("account") String id, @PathParam("budget") String budget) {
        AccountId account = caller.accountId(id);
        if (!Ids.isId(Ids.BUDGET, budget) || !budgets.remove(account, budget)) {
            throw Problem.of(ProblemCode.NOT_FOUND).asException();
        }
    }
}
