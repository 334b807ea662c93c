package billing.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The price list over REST, and how long it can be changed. */
@OnServer
class PricesIT {
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    private final Billing platform = Billing.asPlatform();
    private final String sku = "sku-" + UUID.randomUUID();

    private Answer prices(String unitPrice, String from) {
        return prices("piece", unitPrice, from);
    }

    private Answer prices(String unit, String unitPrice, String from) {
        return platform.post("prices", """
            {"sku":"%s","product":"OTHER","unit":"%s","unitPrice":"%s","effectiveFrom":"%s"}\
            """.formatted(sku, unit, unitPrice, from));
    }

    private JsonObject list() {
        return platform.get("prices?sku=" + sku).json();
    }

    private Answer uses(Customer customer) {
        return platform.post(
                "usage-events", """
            {"events":[{"id":"%s","account":"%s","sku":"%s","quantity":"2","time":"%s"}]}\
            """.formatted(UUID.randomUUID(), customer.id(), sku, now().minusSeconds(1)));
    }

    private Instant now() {
        return Instant.parse(platform.get("sandbox/clock").json().getString("now"));
    }

    @Test
    void a_price_is_added_once_and_never_changed() {
        assertEquals(201, prices("0.00000018000001", LONG_AGO).status());
        assertEquals(201, prices("0.000000180000010", LONG_AGO).status());
        assertEquals("PRICE_EXISTS", prices("0.00000018", LONG_AGO).code());
        assertEquals("SKU_DIFFERS", prices("hour", "1", "2021-01-01T00:00:00Z").code());
        assertEquals(1, list().getJsonArray("items").size());
        assertEquals(
                "0.00000018000001",
                list().getJsonArray("items").getJsonObject(0).getString("unitPrice"));
    }

    @Test
    void the_past_can_be_priced_until_the_first_use() {
        Customer customer = platform.newAccount("User");
        prices("2", LONG_AGO);
        assertEquals(201, prices("3", "2021-01-01T00:00:00Z").status());
        assertEquals(1, uses(customer).json().getInt("accepted"));
        assertEquals("-6.00", customer.balance().getString("settled"));
        Answer late = prices("1", "2022-01-01T00:00:00Z");
        assertEquals("PAST_IS_SETTLED", late.code());
        assertEquals(Set.of("effectiveFrom"), late.fields());
        assertEquals(201, prices("4", now().plus(Duration.ofDays(1)).toString()).status());
        assertEquals(1, uses(customer).json().getInt("accepted"));
        assertEquals("-12.00", customer.balance().getString("settled"));
    }

    @Test
    void whatever_is_wrong_is_told_at_once_and_nothing_is_added() {
        Answer refused = platform.post("prices", """
            {"sku":"hold:OTHER","product":"TOKENS","unit":"","unitPrice":-1,"fractional":"no","effectiveFrom":"now","tax":1}\
            """);
        assertEquals("INVALID_INPUT", refused.code());
        assertEquals(
                Set.of("sku", "product", "unit", "unitPrice", "fractional", "effectiveFrom", "tax"), refused.fields());
    }

    @Test
    void a_sandbox_has_prices_to_try_things_with() {
        JsonObject gpu =
                platform.get("prices?sku=gpu-h100").json().getJsonArray("items").getJsonObject(0);
        assertEquals("DEDICATED_ENDPOINT", gpu.getString("product"));
        assertTrue(gpu.getBoolean("fractional"));
    }

    @Test
    void everybody_with_a_key_reads_prices_and_the_platform_writes_them() {
        Customer customer = platform.newAccount("Reader");
        String key = platform.post("accounts/" + customer.id() + "/api-keys", "{\"name\":\"own\"}")
                .json()
                .getString("key");
        Billing own = platform.as(key);
        assertEquals(200, own.get("prices?limit=1").status());
        assertEquals("FORBIDDEN", own.post("prices", "{}").code());
        assertEquals("UNAUTHORIZED", platform.as("nobody").get("prices").code());
    }
}
