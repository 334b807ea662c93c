package billing.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CentSharesTest {
    private static final int CASES = 100_000;
    private static final int MOST_LINES = 12;
    private static final int BIGGEST_PRICE_BITS = 50;
    private static final int PRICE_DECIMALS = 15;
    private static final Money CENT = Money.of("0.01");

    @Test
    void the_largest_remainder_gets_the_cent() {
        assertEquals(amounts("0.33", "0.34", "0.33"), shares("0.333", "0.334", "0.333"));
        assertEquals(amounts("1.00", "2.01"), shares("1.004", "2.006"));
    }

    @Test
    void the_first_of_equals_gets_the_cent() {
        assertEquals(amounts("0.01", "0.01", "0.00"), shares("0.006666667", "0.006666667", "0.006666666"));
        assertEquals(amounts("0.01", "0.00", "0.00"), shares("0.003333333", "0.003333333", "0.003333333"));
    }

    @Test
    void a_single_line_is_rounded_half_even() {
        assertEquals(amounts("0.00"), shares("0.005"));
        assertEquals(amounts("0.02"), shares("0.015"));
        assertEquals(amounts("-0.02"), shares("-0.015"));
    }

    @Test
    void what_is_given_back_is_shared_as_well() {
        assertEquals(amounts("-0.33", "1.33"), shares("-0.334", "1.334"));
        assertEquals(List.of(), CentShares.of(List.of()));
    }

    @Test
    void lines_of_any_price_and_quantity_sum_to_their_total() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            List<Money> lines = Stream.generate(() -> line(random))
                    .limit(random.nextInt(MOST_LINES))
                    .toList();
            List<Money> shares = CentShares.of(lines);
            assertEquals(sum(lines).toCents(RoundingMode.HALF_EVEN), cents(sum(shares)), "seed " + seed);
            for (int line = 0; line < lines.size(); line++) {
                assertTrue(isNear(lines.get(line), shares.get(line)), "seed " + seed);
            }
        }
    }

    private static boolean isNear(Money exact, Money share) {
        Money off = share.minus(exact);
        return share.isWholeCents() && off.isLessThan(CENT) && off.isMoreThan(CENT.negated());
    }

    private static Money line(Random random) {
        BigDecimal price =
                BigDecimal.valueOf(random.nextLong(1L << random.nextInt(1, BIGGEST_PRICE_BITS)), PRICE_DECIMALS);
        BigDecimal quantity = BigDecimal.valueOf(random.nextLong(1L << random.nextInt(1, BIGGEST_PRICE_BITS)), 9);
        Money amount = Money.priced(price, quantity);
        return random.nextInt(10) == 0 ? amount.negated() : amount;
    }

    private static long cents(Money amount) {
        return amount.toCents(RoundingMode.UNNECESSARY);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static List<Money> shares(String... amounts) {
        return CentShares.of(amounts(amounts));
    }

    private static List<Money> amounts(String... amounts) {
        return Stream.of(amounts).map(Money::of).toList();
    }
}
