package billing.domain.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListTest {
    private static final Sku TOKENS = new Sku(101, "small-in", Product.API_REQUEST, "token", false, false);
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    private static Price price(String unitPrice, Instant from) {
        return new Price("prc_" + from, TOKENS, new BigDecimal(unitPrice), from);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:59:59.999999999Z,",
        "2026-01-01T00:00:00Z, 2",
        "2026-06-30T23:59:59.999999999Z, 2",
        "2026-07-01T00:00:00Z, 3",
        "2999-01-01T00:00:00Z, 3"
    })
    void a_price_applies_from_its_first_moment_to_that_of_the_next(Instant at, BigDecimal unitPrice) {
        PriceList list = PriceList.of(1, List.of(price("2", JANUARY), price("3", JULY)));
        assertEquals(
                Optional.ofNullable(unitPrice), list.priceAt("small-in", at).map(Price::unitPrice));
    }

    @Test
    void a_sku_that_was_never_priced_is_unknown() {
        PriceList list = new PriceList(1, Map.of("small-out", List.of()));
        assertEquals(Optional.empty(), list.sku("small-out"));
        assertEquals(Optional.empty(), list.sku("small-in"));
        assertEquals(Optional.empty(), list.priceAt("small-in", JULY));
    }

    @Test
    void a_sku_whose_first_price_is_still_to_come_is_known() {
        PriceList list = PriceList.of(1, List.of(price("2", JULY)));
        assertEquals(Optional.of(TOKENS), list.sku("small-in"));
        assertEquals(Optional.empty(), list.priceAt("small-in", JANUARY));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.000, 0",
        "0.000000000000001, 0.000000000000001",
        "007.10, 7.1",
        "100, 100",
        "1000000000, 1000000000"
    })
    void a_unit_price_is_read_and_written_without_needless_digits(String text, String written) {
        BigDecimal price = Price.parse(text).orElseThrow();
        assertEquals(written, price.toPlainString());
        assertEquals(price("0", JULY), price("0.00", JULY));
    }

    /** elizaOS 22681: a price of -1 minted credits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "-0",
                "+1",
                ".5",
                "1.",
                "1,5",
                "1e3",
                "1E-3",
                "0x1",
                "NaN",
                "Infinity",
                "$1",
                "1 ",
                "1\n",
                "٢",
                "0.0000000000000001",
                "1000000000.000000000000001",
                "10000000000",
                "99999999999"
            })
    void what_is_no_unit_price_is_not_read(String text) {
        assertEquals(Optional.empty(), Price.parse(text));
    }

    @Test
    void a_code_is_short_and_plain() {
        assertTrue(Sku.isCode("meta-llama/Llama-3.3:70b_in.v2"));
        assertTrue(Sku.isCode("x".repeat(Sku.MAX_CODE)));
        for (String bad : List.of("", " ", "-x", "a b", "ä", "a\n", "<b>", "x".repeat(Sku.MAX_CODE + 1))) {
            assertFalse(Sku.isCode(bad), bad);
        }
        assertTrue(Sku.isReserved(Sku.ofHolds(Product.OTHER)));
        assertFalse(Sku.isReserved("holding"));
    }
}
