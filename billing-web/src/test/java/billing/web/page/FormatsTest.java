package billing.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void an_amount_shows_at_least_cents_and_all_that_it_has() {
        assertEquals("$0.00", Formats.money(Money.ZERO, "usd"));
        assertEquals("$10,000.00", Formats.money(Money.of("10000"), "usd"));
        assertEquals("$24.99999982", Formats.money(Money.of("24.999999820"), "usd"));
        assertEquals("−$0.000000001", Formats.money(Money.of("-0.000000001"), "usd"));
        assertEquals("€5.00", Formats.money(Money.of("5"), "eur"));
    }

    @Test
    void a_unit_price_shows_at_least_cents_and_all_that_it_has() {
        assertEquals("$2.50", Formats.unitPrice(new BigDecimal("2.5"), "usd"));
        assertEquals("$0.000000180000001", Formats.unitPrice(new BigDecimal("0.000000180000001"), "usd"));
        assertEquals("$1,000,000,000.00", Formats.unitPrice(new BigDecimal("1000000000"), "usd"));
    }

    @Test
    void a_balance_never_looks_like_more_than_it_is() {
        assertEquals("$24.99", Formats.cents(Money.of("24.999999999"), "usd"));
        assertEquals("−$0.01", Formats.cents(Money.of("-0.000000001"), "usd"));
    }

    @Test
    void a_change_has_a_sign() {
        assertEquals("+$25.00", Formats.change(Money.of("25"), "usd"));
        assertEquals("−$0.20", Formats.change(Money.of("-0.2"), "usd"));
        assertEquals("$0.00", Formats.change(Money.ZERO, "usd"));
    }

    @Test
    void times_are_in_utc() {
        assertEquals("3 Jan 2026, 06:00 UTC", Formats.minute(Instant.parse("2026-01-03T06:00:59Z")));
        assertEquals("29 February 2028", Formats.day(Instant.parse("2028-02-29T23:59:59Z")));
    }

    @Test
    void payment_methods_have_the_names_that_people_know() {
        assertEquals("Visa ending in 4242", Formats.method("visa", "4242"));
        assertEquals("STRIPE TEST BANK ending in 6789", PageFunctions.method("STRIPE TEST BANK 6789"));
    }
}
