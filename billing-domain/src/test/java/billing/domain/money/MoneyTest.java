package billing.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final BigInteger PER_NANO = BigInteger.TEN.pow(15);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.00",
        "-0, 0, 0.00",
        "25, 25000000000, 25.00",
        "25.5, 25500000000, 25.50",
        "007.10, 7100000000, 7.10",
        "0.00000018, 180, 0.000000180",
        "-0.01, -10000000, -0.01",
        "0.000000001, 1, 0.000000001",
        "9223372036.854775807, 9223372036854775807, 9223372036.854775807",
        "-9223372036.854775808, -9223372036854775808, -9223372036.854775808"
    })
    void an_amount_is_read_and_written(String text, long nanos, String written) {
        Money money = Money.parse(text).orElseThrow();
        assertEquals(nanos, money.nanos());
        assertEquals(written, money.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "25 ",
                " 25",
                "+25",
                "--25",
                "25.",
                ".5",
                "1,5",
                "1e3",
                "1E3",
                "0x10",
                "NaN",
                "Infinity",
                "$25",
                "25 USD",
                "25\n",
                "٢٥",
                "２５",
                "1_000",
                "1.0000000001",
                "9223372036.854775808",
                "99999999999",
                "12345678901234567890123456789012345678901234567890"
            })
    void what_is_no_amount_is_not_read(String text) {
        assertEquals(Optional.empty(), Money.parse(text));
        assertThrows(IllegalArgumentException.class, () -> Money.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, UP, 1",
        "0.010000001, UP, 2",
        "0.010000001, DOWN, 1",
        "0.015, HALF_EVEN, 2",
        "0.025, HALF_EVEN, 2",
        "-0.015, HALF_EVEN, -2"
    })
    void cents_are_rounded_as_said(String amount, RoundingMode rounding, long cents) {
        assertEquals(cents, Money.of(amount).toCents(rounding));
    }

    @Test
    void cents_that_must_not_be_rounded_are_refused_if_they_are_not_whole() {
        assertThrows(ArithmeticException.class, () -> Money.of("0.001").toCents(RoundingMode.UNNECESSARY));
        assertFalse(Money.of("0.001").isWholeCents());
        assertTrue(Money.of("25.01").isWholeCents());
    }

    @ParameterizedTest
    @CsvSource({
        "0.000000180, 1000, 0.000180000",
        "0.000000001, 0.5, 0.00",
        "0.000000001, 1.5, 0.000000002",
        "0.000000003, 0.5, 0.000000002",
        "2.00, 0.25, 0.50",
        "0, 1000000000000, 0.00",
        "0.000000000000001, 1000000000000, 0.001",
        "0.000000000000001, 499999, 0.00",
        "0.000000000000001, 500000, 0.00",
        "0.000000000000001, 500001, 0.000000001",
        "0.000000000000001, 1500000, 0.000000002",
        "0.000000000000001, 2500000, 0.000000002",
        "0.000000180000001, 0.000000001, 0.00",
        "1000000000, 9.223372036, 9223372036.00"
    })
    void price_times_quantity_is_rounded_half_even_to_the_nano(BigDecimal price, BigDecimal quantity, String amount) {
        assertEquals(Money.of(amount), Money.priced(price, quantity));
    }

    /** Against whole numbers: the exact product in units of 10⁻²⁴, of which a nano has 10¹⁵. */
    @Test
    void a_hundred_thousand_random_prices_and_quantities_are_off_by_half_a_nano_at_most() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            BigInteger price = new BigInteger(random.nextInt(48), random);
            BigInteger quantity = new BigInteger(random.nextInt(48), random);
            BigInteger amount = BigInteger.valueOf(Money.priced(new BigDecimal(price, 15), new BigDecimal(quantity, 9))
                    .nanos());
            BigInteger twiceOff = amount.multiply(PER_NANO)
                    .subtract(price.multiply(quantity))
                    .shiftLeft(1)
                    .abs();
            boolean exactHalf = twiceOff.equals(PER_NANO);
            assertTrue(twiceOff.compareTo(PER_NANO) <= 0, "seed " + seed);
            assertFalse(exactHalf && amount.testBit(0), "seed " + seed);
        }
    }

    /** mitos 662. */
    @Test
    void a_tiny_price_bills_something_for_a_million_units_and_never_zero_for_ever() {
        assertEquals(Money.of("0.18"), Money.priced(new BigDecimal("0.00000018"), BigDecimal.valueOf(1_000_000)));
    }

    @Test
    void what_does_not_fit_is_an_error_and_never_wraps_around() {
        Money most = Money.ofNanos(Long.MAX_VALUE);
        Money least = Money.ofNanos(Long.MIN_VALUE);
        assertThrows(MoneyRangeException.class, () -> most.plus(Money.ofNanos(1)));
        assertThrows(MoneyRangeException.class, () -> least.minus(Money.ofNanos(1)));
        assertThrows(MoneyRangeException.class, least::negated);
        assertThrows(MoneyRangeException.class, () -> Money.priced(new BigDecimal("1000000000"), BigDecimal.TEN));
        assertThrows(MoneyRangeException.class, () -> Money.ofCents(Long.MAX_VALUE));
    }

    @Test
    void any_amount_is_written_so_that_it_is_read_back() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Money money = Money.ofNanos(random.nextLong());
            assertEquals(Optional.of(money), Money.parse(money.toString()), "seed " + seed);
        }
    }
}
