package billing.ejb.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorSettingsTest {
    private static final String EMAIL = "BILLING_OPERATOR_EMAIL";
    private static final String PASSWORD = "BILLING_OPERATOR_PASSWORD";

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "BILLING_PLATFORM_KEY", "a-platform-key-of-our-own",
            "BILLING_GATEWAY_KEY", "sk_live_of_our_own",
            "BILLING_GATEWAY_WEBHOOK_SECRET", "whsec_of_our_own",
            "BILLING_ISSUER_NAME", "Our Own Ltd",
            "BILLING_ISSUER_ADDRESS", "1 Our Street; Our Town",
            "BILLING_ISSUER_COUNTRY", "IE",
            "BILLING_ISSUER_REGISTRATION", "123456",
            "BILLING_ISSUER_EMAIL", "billing@example.com"));

    private Configuration read() {
        Configuration configuration = new Configuration();
        configuration.read(new Settings(environment::get, none -> null));
        return configuration;
    }

    private String refused() {
        return assertThrows(IllegalStateException.class, this::read).getMessage();
    }

    @Test
    void production_has_no_operator_unless_it_is_told_of_one() {
        assertEquals(Optional.empty(), read().operatorEmail());
        assertEquals(Optional.empty(), read().operatorPassword());
    }

    @Test
    void an_operator_has_an_address_and_a_password() {
        environment.put(EMAIL, "ops@example.com");
        environment.put(PASSWORD, "a few words in a row");
        assertEquals(Optional.of("ops@example.com"), read().operatorEmail());
        assertEquals(Optional.of("a few words in a row"), read().operatorPassword());
    }

    @Test
    void a_password_without_an_address_is_refused() {
        environment.put(PASSWORD, "a few words in a row");
        assertTrue(refused().contains(EMAIL + " is ''"));
    }

    @Test
    void an_address_without_a_password_is_refused() {
        environment.put(EMAIL, "ops@example.com");
        assertTrue(refused().contains(EMAIL + " needs a " + PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({"too-short-1, has to have 12 to 128 characters", "only-for-looking-around, which everybody knows"})
    void a_password_that_protects_nothing_is_refused_and_not_repeated(String password, String rule) {
        environment.put(EMAIL, "ops@example.com");
        environment.put(PASSWORD, password);
        assertTrue(refused().contains(rule));
        assertFalse(refused().contains(password));
    }

    @Test
    void in_the_sandbox_the_operator_has_the_demo_password_unless_told_otherwise() {
        environment.put("BILLING_SANDBOX", "true");
        environment.put("BILLING_DEMO_PASSWORD", "only-for-looking-around");
        assertEquals(Optional.of("operator@example.com"), read().operatorEmail());
        assertEquals(Optional.of("only-for-looking-around"), read().operatorPassword());
        environment.put(PASSWORD, "a few words in a row");
        assertEquals(Optional.of("a few words in a row"), read().operatorPassword());
    }
}
