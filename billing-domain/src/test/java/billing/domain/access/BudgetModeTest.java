package billing.domain.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetModeTest {
    @ParameterizedTest
    @CsvSource({
        "SOFT, 0.000000001, true",
        "HARD, 0.000000001, true",
        "SOFT, 0, false",
        "HARD, 0, true",
        "HARD, -1, false"
    })
    void a_budget_of_nothing_can_only_refuse(BudgetMode mode, String amount, boolean taken) {
        assertEquals(taken, mode.takes(Money.of(amount)));
    }
}
