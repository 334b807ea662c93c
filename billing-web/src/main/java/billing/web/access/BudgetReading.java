package billing.web.access;

import billing.domain.access.Budget;
import billing.domain.access.BudgetMode;
import billing.domain.access.BudgetPeriod;
import billing.domain.access.BudgetScope;
import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.access.SetBudget;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a body says of a budget.
 *
 * @param amount empty if the budget is to go
 */
record BudgetReading(BudgetScope scope, BudgetPeriod period, Optional<Money> amount, BudgetMode mode) {
    private static final int MAX_LABEL = 100;

    static BudgetReading of(@Nullable JsonBody body) {
        Fields fields = Fields.of(body);
        BudgetScope scope = fields.object("scope").map(BudgetReading::scope).orElse(BudgetScope.ACCOUNT);
        BudgetPeriod period = fields.choice("period", BudgetPeriod.class, BudgetPeriod.MONTH);
        Optional<Money> amount = fields.optionalAmount("amount", Budget.LARGEST);
        Optional<BudgetMode> mode = fields.string("mode", text -> Values.choice(text, BudgetMode.class));
        if (!fields.isNull("amount") && amount.isEmpty()) {
            fields.amount("amount");
        }
        if (fields.has("amount") && !fields.has("mode")) {
            fields.refuse("mode", "field.required");
        }
        BudgetMode its = mode.orElse(BudgetMode.SOFT);
        if (mode.isPresent() && amount.filter(most -> !its.takes(most)).isPresent()) {
            fields.refuse("amount", "budget.nothing");
        }
        fields.check();
        return new BudgetReading(scope, period, amount, its);
    }

    private static BudgetScope scope(Fields fields) {
        return new BudgetScope(
                fields.optionalText("project", MAX_LABEL).orElse(null),
                fields.optionalText("apiKey", MAX_LABEL).orElse(null));
    }

    SetBudget command(AccountId account, Money most, String actor) {
        return new SetBudget(account, scope, period, most, mode, actor);
    }
}
