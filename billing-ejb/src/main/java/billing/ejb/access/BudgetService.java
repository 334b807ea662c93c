package billing.ejb.access;

import billing.domain.access.BudgetPeriod;
import billing.domain.access.BudgetScope;
import billing.domain.access.BudgetState;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.usage.Labels;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Budgets: what an account, a project or a key may spend in a day or a month. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class BudgetService {
    @Inject
    BudgetSteps steps;

    @Inject
    BudgetRepository budgets;

    @Inject
    InstantSource clock;

    /**
     * Makes a budget or changes it. What was spent in its running period counts from the start: almost all of it is added
     * up before the account is locked, because that can be a million events.
     */
    public BudgetResult set(SetBudget command) {
        Instant now = clock.instant();
        BudgetCount before =
                budgets.count(command.account(), command.scope(), command.period(), now, BudgetCount.NOTHING);
        return steps.set(id(command), command, before, now);
    }

    /** One account has one budget for a scope and a period. */
    private static String id(SetBudget command) {
        return id(command.account(), command.scope(), command.period());
    }

    private static String id(AccountId account, BudgetScope scope, BudgetPeriod period) {
        return Ids.derive(
                Ids.BUDGET,
                account.toString(),
                period.name(),
                Objects.requireNonNullElse(scope.project(), ""),
                Objects.requireNonNullElse(scope.apiKey(), ""));
    }

    /** Removes the budget of a scope and a period; that there is none is no mistake. */
    public void remove(AccountId account, BudgetScope scope, BudgetPeriod period) {
        steps.remove(account, id(account, scope, period));
    }

    /** Removes a budget; false if the account has none of this id. */
    public boolean remove(AccountId account, String id) {
        return steps.remove(account, id);
    }

    /** All budgets of an account as they stand, oldest first. */
    public List<BudgetState> list(AccountId account) {
        return budgets.states(account, clock.instant());
    }

    /** Whether a hard budget refuses access to what has these labels. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean refuses(AccountId account, Labels labels) {
        return budgets.states(account, clock.instant()).stream().anyMatch(budget -> budget.refuses(labels));
    }
}
