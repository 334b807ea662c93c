package billing.web.access;

import billing.domain.access.Budget;
import billing.domain.access.BudgetScope;
import billing.domain.access.BudgetState;
import billing.domain.access.Hold;
import billing.domain.access.HoldDenial;
import billing.domain.money.Money;
import billing.ejb.access.HoldRefusal;
import billing.ejb.access.HoldResult;
import billing.web.api.Json;
import billing.web.api.JsonList;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** How the API tells what became of a request about a hold. */
@ApplicationScoped
public class HoldAnswers {
    @Inject
    AccessLinks links;

    /** The hold of a request that was accepted. */
    Hold accepted(HoldResult result) {
        if (result instanceof HoldResult.Accepted accepted) {
            return accepted.hold();
        }
        Problem problem = result instanceof HoldResult.Denied denied
                ? denied(denied.denial())
                : Problem.of(code(((HoldResult.Refused) result).reason()));
        throw problem.asException();
    }

    private Problem denied(HoldDenial denial) {
        return denied(denial, links.fixUrl(denial.reason(), denial.access().overdue()));
    }

    static Problem denied(HoldDenial denial, Optional<String> fixUrl) {
        JsonObjectBuilder more = Json.createObjectBuilder()
                .add("reason", denial.reason())
                .add("available", denial.access().available().toString())
                .add("limit", JsonList.orNull(denial.access().limit()))
                .add("required", denial.required().toString());
        fixUrl.ifPresent(url -> more.add("fixUrl", url));
        JsonObject extension = more.build();
        Problem problem = Problem.of(ProblemCode.PAYMENT_REQUIRED).withMore(extension);
        return denial.budget() == null ? problem : naming(denial.budget(), problem);
    }

    /** An account can have a hundred budgets, and only one of them has to be raised. */
    private static Problem naming(BudgetState state, Problem problem) {
        Budget budget = state.budget();
        BudgetScope scope = budget.scope();
        return problem.detailed(
                "budget.reached." + kind(scope),
                budget.amount(),
                budget.period(),
                state.left().max(Money.ZERO),
                budget.period().endOf(state.beginsAt()),
                scope.project(),
                scope.apiKey());
    }

    private static String kind(BudgetScope scope) {
        if (scope.project() == null) {
            return scope.apiKey() == null ? "account" : "apiKey";
        }
        return scope.apiKey() == null ? "project" : "both";
    }

    private static ProblemCode code(HoldRefusal refusal) {
        return switch (refusal) {
            case NO_SUCH_ACCOUNT, NO_SUCH_HOLD -> ProblemCode.NOT_FOUND;
            case KEY_REUSED -> ProblemCode.IDEMPOTENCY_KEY_REUSED;
            case RELEASED -> ProblemCode.HOLD_RELEASED;
            case SETTLED -> ProblemCode.HOLD_SETTLED;
            case EXPIRED -> ProblemCode.HOLD_EXPIRED;
        };
    }
}
