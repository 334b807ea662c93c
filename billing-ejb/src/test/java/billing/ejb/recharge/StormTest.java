package billing.ejb.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.money.Money;
import billing.domain.recharge.RechargeStatus;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many who take a balance below its threshold at once, while due work runs beside them. */
@InEachHouse
class StormTest {
    private final House house;

    StormTest(House house) {
        this.house = house;
    }

    @Test
    void two_hundred_who_cross_the_threshold_together_make_one_recharge() {
        Recharger owner = Recharger.with(house, "pm_card_visa");
        owner.customer().buys("50.00");
        owner.agreesTo(Recharger.target("20.00", "60.00"));
        Storm.of(owner, Meter.of(house, "0.20"), List.of(house)).breaksLoose();
        owner.isCharged();
        assertEquals(1, owner.recharges().size());
        assertEquals(2, owner.customer().charges().size(), "one bought by hand, one by itself");
        assertEquals(RechargeStatus.ACTIVE, owner.state().status());
        owner.customer().booksMatchTheGateway();
    }

    @Test
    void a_declining_card_is_asked_once_however_many_cross() {
        Recharger owner = Recharger.with(house, "pm_card_visa");
        owner.customer().buys("50.00");
        owner.customer().adds("pm_card_chargeCustomerFail");
        owner.agreesTo(Recharger.target("20.00", "60.00"));
        Storm.of(owner, Meter.of(house, "0.20"), List.of(house)).breaksLoose();
        owner.isCharged();
        assertEquals(1, owner.recharges().size());
        assertEquals(1, owner.state().failures());
    }

    @Test
    void increments_are_never_two_at_a_time() {
        Recharger owner = Recharger.with(house, "pm_card_visa");
        owner.customer().buys("50.00");
        owner.agreesTo(Recharger.increment("45.00", "5.00"));
        Storm.of(owner, Meter.of(house, "0.20"), List.of(house)).breaksLoose();
        for (int i = 0; i < 12; i++) {
            owner.isCharged();
        }
        assertTrue(owner.customer().balance().available().compareTo(Money.of("45.00")) >= 0);
        assertTrue(owner.recharges().size() <= 9, "no more than the gap needs: " + owner.story());
        owner.customer().booksMatchTheGateway();
    }
}
