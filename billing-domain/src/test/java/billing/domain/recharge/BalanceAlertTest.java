package billing.domain.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceAlertTest {
    /** At which of these balances it rings. */
    private static List<String> rings(BalanceAlert alert, String... balances) {
        List<String> rung = new ArrayList<>();
        BalanceAlert now = alert;
        for (String balance : balances) {
            Money available = Money.of(balance);
            if (now.rings(available)) {
                rung.add(balance);
            }
            now = now.after(available);
        }
        return rung;
    }

    @Test
    void hovering_around_the_threshold_rings_once() {
        BalanceAlert alert = BalanceAlert.at(Money.of("20.00"), Money.of("25.00"));
        assertEquals(
                List.of("19.99"), rings(alert, "20.00", "19.99", "20.01", "19.99", "21.99", "19.00", "20.50", "0.00"));
    }

    @Test
    void well_above_it_is_armed_again() {
        BalanceAlert alert = BalanceAlert.at(Money.of("20.00"), Money.of("25.00"));
        assertEquals(List.of("19.00", "18.00"), rings(alert, "19.00", "22.00", "18.00", "17.00"));
    }

    @Test
    void a_small_threshold_wants_a_dollar_more() {
        BalanceAlert alert = BalanceAlert.at(Money.of("5.00"), Money.of("6.00"));
        assertEquals(List.of("4.00"), rings(alert, "4.00", "5.99", "4.00"));
        assertEquals(List.of("4.00", "4.50"), rings(alert, "4.00", "6.00", "4.50"));
    }

    @Test
    void at_zero_nothing_left_is_enough() {
        BalanceAlert alert = BalanceAlert.at(Money.ZERO, Money.of("5.00"));
        assertTrue(alert.rings(Money.ZERO));
        assertFalse(alert.rings(Money.of("0.000000001")));
        assertEquals(List.of("0.00", "-3.00"), rings(alert, "0.00", "0.50", "-1.00", "5.00", "-3.00"));
    }

    @Test
    void a_new_one_does_not_ring_about_what_its_owner_sees() {
        BalanceAlert alert = BalanceAlert.at(Money.of("20.00"), Money.of("19.00"));
        assertEquals(List.of("15.00"), rings(alert, "19.00", "18.00", "30.00", "15.00"));
    }
}
