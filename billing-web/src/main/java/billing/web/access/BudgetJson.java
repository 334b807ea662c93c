package billing.web.access;

import billing.domain.access.Budget;
import billing.domain.access.BudgetState;
import billing.web.api.Json;
import billing.web.api.JsonList;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** How the API writes budgets. */
final class BudgetJson {
    private BudgetJson() {}

    static JsonObject of(BudgetState state) {
        Budget budget = state.budget();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", budget.id())
                .add(
                        "scope",
                        Json.createObjectBuilder()
                                .add("project", JsonList.orNull(budget.scope().project()))
                                .add("apiKey", JsonList.orNull(budget.scope().apiKey())))
                .add("period", budget.period().name())
                .add("amount", budget.amount().toString())
                .add("mode", budget.mode().name())
                .add("spent", state.spent().toString())
                .add("held", state.held().toString())
                .add("periodStart", state.beginsAt().toString())
                .add("periodEnd", budget.period().endOf(state.beginsAt()).toString());
        if (state.reachedAt() != null) {
            json.add("reachedAt", state.reachedAt().toString());
        }
        return json.build();
    }
}
