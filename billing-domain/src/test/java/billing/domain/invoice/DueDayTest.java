package billing.domain.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When invoices are due, what they are called, and to whom they are issued. */
class DueDayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T00:00:00Z, 2026-12-03T06:00:00Z",
        "2026-12-03T05:59:59.999999Z, 2026-12-03T06:00:00Z",
        "2026-12-03T06:00:00Z, 2027-01-03T06:00:00Z",
        "2028-02-29T12:00:00Z, 2028-03-03T06:00:00Z"
    })
    void the_first_third_after_the_issue(String issued, String due) {
        assertEquals(Instant.parse(due), DueDay.of(Instant.parse(issued), null));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T00:00:00Z, 30, 2026-12-31T06:00:00Z", "2028-02-01T23:59:59Z, 30, 2028-03-02T06:00:00Z"})
    void or_the_days_of_the_contract(String issued, int days, String due) {
        assertEquals(Instant.parse(due), DueDay.of(Instant.parse(issued), days));
    }

    @Test
    void numbers_have_six_digits_or_more() {
        assertEquals("INV-2026-000001", new DocumentNumber("INV", 2026, 1).toString());
        assertEquals("STM-2026-1234567", new DocumentNumber("STM", 2026, 1_234_567).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "DE123456789, true",
        "ATU12345678, true",
        "GB 123 4567 89, true",
        "DE, false",
        "!!!!1, false",
        "ABCDEF, false"
    })
    void a_vat_id_is_checked_loosely(String text, boolean accepted) {
        assertEquals(accepted, DetailsField.VAT_ID.accepts(text));
    }

    @Test
    void a_country_is_one_of_iso_3166() {
        assertTrue(DetailsField.COUNTRY.accepts(DetailsField.COUNTRY.tidy(" de ")));
        assertFalse(DetailsField.COUNTRY.accepts("XX"));
    }

    @Test
    void an_address_has_no_empty_lines() {
        BillingDetails details = new BillingDetails(
                1, Map.of(DetailsField.LINE1, "Main St. 1", DetailsField.CITY, "Berlin"), Instant.EPOCH, "mem_owner");
        assertEquals(List.of("Main St. 1", "Berlin"), details.lines());
        assertEquals("Demo Inc.", details.buyer("Demo Inc.").name());
    }
}
