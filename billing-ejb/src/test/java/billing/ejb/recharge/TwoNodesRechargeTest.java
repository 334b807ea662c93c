package billing.ejb.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Meter;
import billing.ejb.house.Pair;
import billing.ejb.purchase.PurchaseSteps;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Auto-recharge on two nodes over one database. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_POSTGRESQL})
class TwoNodesRechargeTest {
    private final House house;

    TwoNodesRechargeTest(House house) {
        this.house = house;
    }

    @Test
    void two_hundred_who_cross_the_threshold_on_both_nodes_make_one_recharge() {
        Recharger owner = Recharger.with(house, "pm_card_visa");
        owner.customer().buys("50.00");
        owner.agreesTo(Recharger.target("20.00", "60.00"));
        try (House other = house.anotherNode()) {
            Storm.of(owner, Meter.of(house, "0.20"), List.of(house, other)).breaksLoose();
            owner.isCharged();
            assertEquals(1, owner.recharges().size());
            assertEquals(2, owner.customer().charges().size());
            owner.customer().booksMatchTheGateway();
        }
    }

    @Test
    void what_one_node_placed_and_took_on_before_it_died_another_charges_once() {
        Recharger owner = Recharger.with(house, "pm_card_visa");
        owner.agreesTo(Recharger.target("20.00", "60.00"));
        String placed = owner.recharges().get(0).id();
        house.get(PurchaseSteps.class).claim(placed);
        try (House other = house.anotherNode()) {
            Recharger there = new Recharger(other, owner.customer().at(other));
            there.isCharged();
            assertEquals(0, owner.customer().charges().size(), "the other node may still be at it");
            other.wait(Duration.ofMinutes(1));
            assertEquals(List.of("60.00 SUCCEEDED"), there.story());
            assertEquals(1, owner.customer().charges().size());
        }
    }
}
