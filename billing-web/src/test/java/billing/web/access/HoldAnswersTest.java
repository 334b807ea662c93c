package billing.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.access.AccessDecision;
import billing.domain.access.AccessReason;
import billing.domain.access.Budget;
import billing.domain.access.BudgetMode;
import billing.domain.access.BudgetPeriod;
import billing.domain.access.BudgetScope;
import billing.domain.access.BudgetState;
import billing.domain.access.HoldDenial;
import billing.domain.id.AccountId;
import billing.domain.ledger.Overdue;
import billing.domain.money.Money;
import billing.web.api.Problem;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldAnswersTest {
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    private static final AccessDecision ACCESS =
            new AccessDecision(AccessReason.OK, Money.of("20.00"), Money.ZERO, 1, Overdue.NOTHING);

    private static Problem denied(BudgetScope scope, String spent) {
        Budget budget = new Budget(
                "bud_1",
                new AccountId(1),
                scope,
                BudgetPeriod.MONTH,
                Money.of("5.00"),
                BudgetMode.HARD,
                NOON,
                NOON,
                NOON);
        BudgetState state =
                new BudgetState(budget, BudgetPeriod.MONTH.startOf(NOON), Money.of(spent), Money.ZERO, null);
        return HoldAnswers.denied(new HoldDenial("BUDGET_REACHED", ACCESS, Money.of("2.00"), state), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, The account's hard budget of 5.00 per MONTH",
                "red, -, The hard budget of 5.00 per MONTH for project \"red\"",
                "-, it's, The hard budget of 5.00 per MONTH for API key \"it's\"",
                "red, {0}, The hard budget of 5.00 per MONTH for project \"red\" and API key \"{0}\""
            })
    void the_budget_that_refuses_is_named(String project, String apiKey, String named) {
        Problem problem = denied(new BudgetScope(project, apiKey), "4.00");
        assertEquals(402, problem.status());
        assertEquals(
                "Nothing was held. " + named + " has 1.00 left. Raise it, or wait until 2026-02-01T00:00:00Z.",
                problem.detail());
        assertEquals("BUDGET_REACHED", problem.json().getString("reason"));
        assertEquals("2.00", problem.json().getString("required"));
    }

    @Test
    void a_budget_that_was_overspent_has_nothing_left() {
        assertEquals(true, denied(BudgetScope.ACCOUNT, "9.00").detail().contains("has 0.00 left"));
    }
}
