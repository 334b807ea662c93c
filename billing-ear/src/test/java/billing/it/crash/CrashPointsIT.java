package billing.it.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import billing.it.Customer;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A purchase is charged once and credited once, wherever between the click and the answer the process dies. */
class CrashPointsIT {

    /** What the rules end the process with, so that a test knows its point was reached. */
    private static final int CRASHED = 77;

    @ParameterizedTest
    @ValueSource(strings = {"before-the-call", "after-the-call", "before-the-commit", "after-the-commit"})
    void a_crash_around_the_charge_neither_loses_nor_doubles_it(String point) {
        try (QuickStart app = new QuickStart(point).startWithCrashAt(point)) {
            Customer ada = app.billing().newAccount("Ada");
            assertEquals(201, ada.addsCard("pm_card_visa").status());
            Customer.Purchase purchase = ada.addsCredits("25.00");
            assertThrows(UncheckedIOException.class, purchase::send);
            assertEquals(CRASHED, app.awaitEnd());

            Billing again = app.start().billing();
            again.advanceClock("PT15M");

            assertEquals("SUCCEEDED", purchase.purchase().getString("status"));
            assertEquals(List.of("25.00"), ada.succeededCharges());
            assertEquals("25.00", ada.balance().getString("available"));
            assertEquals(1, ada.ledger().size());
            assertTrue(again.selfCheck().getBoolean("ok"), again.selfCheck().toString());
        }
    }
}
