package billing.ejb.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.access.AccessReason;
import billing.domain.access.Hold;
import billing.domain.access.HoldStatus;
import billing.domain.access.OnExpiry;
import billing.domain.usage.Labels;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.house.Together;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds on two nodes over one database. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_POSTGRESQL})
class SpendingOnTwoNodesTest {
    private final House house;

    SpendingOnTwoNodesTest(House house) {
        this.house = house;
    }

    @Test
    void two_hundred_at_once_on_both_nodes_against_credit_for_ten_get_exactly_ten() {
        try (House other = house.anotherNode()) {
            Holder acme = Holder.with(house, "10.00");
            List<Holder> both = List.of(acme, acme.at(other));
            List<HoldResult> results =
                    Together.each(200, n -> () -> both.get(n % 2).triesToHold("1.00"));
            assertEquals(
                    10,
                    results.stream()
                            .filter(HoldResult.Accepted.class::isInstance)
                            .count());
            acme.has("10.00", "0.00");
            assertEquals(AccessReason.BALANCE_EXHAUSTED, both.get(1).access());
            acme.booksFit();
        }
    }

    @Test
    void both_nodes_sweep_while_one_settles_and_it_counts_once() {
        try (House other = house.anotherNode()) {
            for (int i = 0; i < 5; i++) {
                Holder acme = Holder.with(house, "10.00");
                Holder there = acme.at(other);
                Hold hold = acme.holds(acme.terms("5.00", OnExpiry.CHARGE, Labels.NONE));
                house.sleeps(Duration.ofHours(2));
                Together.each(3, n -> () -> {
                    if (n == 2) {
                        return there.settles(hold, "2.00");
                    }
                    List.of(house, other).get(n).runsDueWork();
                    return n;
                });
                assertEquals(HoldStatus.SETTLED, acme.now(hold).status());
                acme.has("0.00", "8.00");
                acme.booksFit();
            }
        }
    }
}
