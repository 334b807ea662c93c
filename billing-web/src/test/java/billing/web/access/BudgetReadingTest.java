package billing.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.BudgetMode;
import billing.domain.access.BudgetPeriod;
import billing.domain.access.BudgetScope;
import billing.domain.money.Money;
import billing.web.api.JsonBody;
import billing.web.api.ProblemException;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetReadingTest {
    private static BudgetReading read(String amount, String mode) {
        String json = "{\"period\":\"DAY\",\"amount\":" + amount + ",\"mode\":\"" + mode + "\"}";
        return BudgetReading.of(
                new JsonBody(Json.createReader(new StringReader(json)).readObject()));
    }

    private static String mistakes(String amount, String mode) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read(amount, mode));
        return refused.problem().errors().toString();
    }

    @Test
    void a_hard_budget_of_nothing_lets_nothing_be_spent() {
        assertEquals(
                new BudgetReading(BudgetScope.ACCOUNT, BudgetPeriod.DAY, Optional.of(Money.ZERO), BudgetMode.HARD),
                read("\"0.00\"", "HARD"));
    }

    @Test
    void a_soft_budget_of_nothing_is_refused_at_its_amount() {
        assertTrue(mistakes("\"0\"", "SOFT").contains("amount"), mistakes("\"0\"", "SOFT"));
        assertTrue(mistakes("\"-1\"", "HARD").contains("must not be negative"));
    }

    @Test
    void null_removes_a_budget() {
        assertEquals(Optional.empty(), read("null", "SOFT").amount());
    }
}
