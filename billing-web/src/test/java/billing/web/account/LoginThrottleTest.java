package billing.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final LoginThrottle throttle = new LoginThrottle();

    @Test
    void a_name_can_be_tried_ten_times_from_an_address() {
        assertEquals(10, allowed(50, "ada@example.com", "10.0.0.1"));
    }

    @Test
    void nobody_can_lock_an_owner_out_from_elsewhere() {
        allowed(50, "ada@example.com", "10.0.0.1");
        assertTrue(throttle.allows("ada@example.com", "10.0.0.2"));
    }

    @Test
    void many_names_from_one_address_are_slowed_down_too() {
        long allowed = IntStream.range(0, 500)
                .filter(i -> throttle.allows("user" + i + "@example.com", "10.0.0.1"))
                .count();
        assertEquals(100, allowed);
    }

    @Test
    void the_right_password_forgives_the_wrong_ones() {
        allowed(9, "ada@example.com", "10.0.0.1");
        throttle.forgive("ada@example.com", "10.0.0.1");
        assertEquals(10, allowed(50, "ada@example.com", "10.0.0.1"));
    }

    @Test
    void a_flood_of_names_and_addresses_is_bounded_in_memory() {
        allowed(50, "ada@example.com", "10.0.0.1");
        for (int i = 0; i < 10_000; i++) {
            throttle.allows("user" + i + "@example.com", "10.1." + i / 250 + "." + i % 250);
        }
        assertFalse(throttle.remembered() > 20_000);
    }

    private long allowed(int tries, String email, String address) {
        return IntStream.range(0, tries)
                .filter(i -> throttle.allows(email, address))
                .count();
    }
}
