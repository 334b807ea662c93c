package billing.ejb.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerSettingsTest {
    private final Map<String, String> environment = new HashMap<>(Map.of("BILLING_SANDBOX", "true"));

    private IssuerSettings read() {
        Configuration configuration = new Configuration();
        configuration.read(new Settings(environment::get, none -> null));
        return configuration.issuer();
    }

    private String refused() {
        return assertThrows(IllegalStateException.class, this::read).getMessage();
    }

    @Test
    void the_sandbox_has_an_issuer_of_its_own() {
        assertEquals("Example Cloud Inc.", read().name());
        assertEquals(List.of("1 Example Street", "San Francisco, CA 94105"), read().address());
        assertEquals("O", read().vatCategory());
        assertEquals(Optional.empty(), read().vatId());
    }

    @Test
    void an_address_has_lines() {
        environment.put("BILLING_ISSUER_ADDRESS", " Hauptstraße 1 ;; 10115 Berlin; ");
        environment.put("BILLING_ISSUER_COUNTRY", "DE");
        assertEquals(List.of("Hauptstraße 1", "10115 Berlin"), read().address());
        assertEquals("DE", read().country());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BILLING_ISSUER_NAME",
                "BILLING_ISSUER_ADDRESS",
                "BILLING_ISSUER_COUNTRY",
                "BILLING_ISSUER_REGISTRATION",
                "BILLING_ISSUER_EMAIL"
            })
    void production_is_told_who_issues_invoices(String name) {
        environment.remove("BILLING_SANDBOX");
        assertTrue(refused().contains(name + " is missing"), refused());
    }

    @ParameterizedTest
    @CsvSource({
        "BILLING_ISSUER_ADDRESS, ;",
        "BILLING_ISSUER_COUNTRY, Germany",
        "BILLING_ISSUER_COUNTRY, XX",
        "BILLING_ISSUER_EMAIL, nobody",
        "BILLING_ISSUER_VAT_ID, 12",
        "BILLING_VAT_CATEGORY, S",
        "BILLING_VAT_RATE, 19"
    })
    void what_can_not_be_is_named(String name, String value) {
        environment.put(name, value);
        assertTrue(refused().contains(name + " is '" + value + "'"), refused());
    }

    @Test
    void a_category_within_the_scope_of_vat_needs_a_vat_id() {
        environment.put("BILLING_VAT_CATEGORY", "E");
        assertTrue(refused().contains("BILLING_VAT_CATEGORY needs a BILLING_ISSUER_VAT_ID"), refused());
        environment.put("BILLING_ISSUER_VAT_ID", "DE123456789");
        assertEquals(Optional.of("DE123456789"), read().vatId());
        assertEquals("E", read().vatCategory());
    }
}
