package billing.web.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.usage.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFormTest {
    @ParameterizedTest
    @CsvSource({
        "0.00000018, 0.00000018",
        "$2.50, 2.5",
        "$ 3, 3",
        ".5, 0.5",
        "0, 0",
        "0.000000000000001, 0.000000000000001"
    })
    void a_price_is_read_as_people_type_it(String typed, BigDecimal price) {
        assertEquals(Optional.of(price), PriceForm.unitPrice(typed).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                 | Price per unit is missing",
                "abc                | This isn’t a price",
                "1,50               | This isn’t a price",
                "1e-9               | This isn’t a price",
                "-1                 | A price can’t be negative",
                "-.5                | A price can’t be negative",
                "0.0000000000000001 | A price has at most 15 decimals",
                "1000000000.01      | The price is too large",
                "99999999999999     | The price is too large"
            })
    void what_is_no_price_is_explained(String typed, String error) {
        assertTrue(PriceForm.unitPrice(typed).error().orElseThrow().startsWith(error));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T00:00",
                "2026-12-01T00:00:00",
                "2026-12-01 00:00",
                "2026-12-01T00:00Z",
                "2026-12-01 00:00z"
            })
    void a_time_is_in_utc(String typed) {
        assertEquals(
                Optional.of(Instant.parse("2026-12-01T00:00:00Z")),
                PriceForm.time(typed).value());
        assertEquals(
                "2026-12-01T00:00",
                PriceForm.written(PriceForm.time(typed).value().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "01.12.2026",
                "2026-12-01",
                "2026-13-01T00:00",
                "1999-12-31T23:59",
                "2200-01-01T00:00"
            })
    void what_is_no_time_is_explained(String typed) {
        assertTrue(PriceForm.time(typed).value().isEmpty());
        assertTrue(PriceForm.time(typed).error().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hold:OTHER", "two words", "<b>", "-x"})
    void what_is_no_code_is_explained(String typed) {
        assertTrue(PriceForm.sku(typed).error().isPresent());
    }

    @Test
    void a_code_a_product_and_a_unit_are_read() {
        assertEquals(Optional.of("gpu-h100"), PriceForm.sku("gpu-h100").value());
        assertEquals(Optional.of(Product.OTHER), PriceForm.product("OTHER").value());
        assertTrue(PriceForm.product("SECRET").error().isPresent());
        assertEquals(Optional.of("GPU hour"), PriceForm.unit("GPU hour").value());
        assertTrue(PriceForm.unit("a\u0000b").error().isPresent());
        assertTrue(PriceForm.unit("x".repeat(41)).error().isPresent());
    }
}
