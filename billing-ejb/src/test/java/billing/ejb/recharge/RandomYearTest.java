package billing.ejb.recharge;

import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import org.junit.jupiter.api.Test;

/**
 * Years of random spending, declines and faults: always the same one, so that a build says something about the change that it
 * builds. {@code -Drecharge.seed=… -Drecharge.years=20} for others.
 */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class RandomYearTest {
    private static final int YEARS = Integer.getInteger("recharge.years", 1);

    private final House house;

    RandomYearTest(House house) {
        this.house = house;
    }

    @Test
    void whatever_a_year_brings_recharges_keep_their_promises() {
        for (int year = 0; year < YEARS; year++) {
            long seed = Long.getLong("recharge.seed", 2027) + year;
            System.out.println("a random year: seed " + seed);
            new RandomYear(house, seed).passes();
        }
    }
}
