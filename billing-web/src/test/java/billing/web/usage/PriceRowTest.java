package billing.web.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import billing.domain.usage.Price;
import billing.domain.usage.PriceList;
import billing.domain.usage.Product;
import billing.domain.usage.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceRowTest {
    private static final Sku SKU = new Sku(101, "in", Product.API_REQUEST, "token", false, false);
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private static Price price(String unitPrice, int secondsFromNow) {
        return new Price("prc_1", SKU, new BigDecimal(unitPrice), NOW.plusSeconds(secondsFromNow));
    }

    private static PriceRow row(Price... prices) {
        return PriceRow.of(PriceList.of(1, List.of(prices)), SKU, NOW);
    }

    @Test
    void what_is_coming_stands_behind_what_is_in_effect_the_next_first() {
        PriceRow row = row(price("4", 20), price("1", -10), price("2", 0), price("3", 10));
        assertEquals(price("2", 0), row.current());
        assertEquals(List.of(price("3", 10), price("4", 20)), row.coming());
    }

    @Test
    void a_sku_may_have_no_price_yet() {
        assertNull(row(price("1", 1)).current());
    }

    @Test
    void only_what_nobody_can_read_is_also_told_for_a_million() {
        assertEquals(
                0, new BigDecimal("0.18").compareTo(row(price("0.00000018", 0)).perMillion()));
        assertNull(row(price("0.001", 0)).perMillion());
        assertNull(row(price("0", 0)).perMillion());
    }
}
