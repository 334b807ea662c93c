package billing.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import billing.it.Customer;
import billing.it.OnServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The platform's own people: prices, and the desk with the usage that was refused. */
@OnServer
@ExtendWith(InBrowser.class)
class OperatorsIT {

    private static final String OPERATOR = "operator@example.com";
    private static final String PASSWORD = "only-for-the-tests";

    private final Billing platform = Billing.asPlatform();
    private final String sku = "sku-" + UUID.randomUUID();

    private void logsIn(Visitor visitor) {
        assertEquals(
                "/operator/prices", visitor.logsIn().with(OPERATOR, PASSWORD).path());
    }

    /** An event that nobody can rate, because its SKU has no price. */
    private String isReported(Customer customer) {
        String id = "event-" + UUID.randomUUID();
        String now = platform.get("sandbox/clock").json().getString("now");
        platform.post("usage-events", """
            {"events":[{"id":"%s","account":"%s","sku":"%s","quantity":"3","time":"%s"}]}\
            """.formatted(id, customer.id(), sku, now))
                .json();
        return id;
    }

    @Test
    void a_price_is_added_on_the_page_and_a_second_press_adds_nothing(Visitor operator) {
        logsIn(operator);
        PricesPage prices = operator.prices()
                .sku(sku)
                .countedIn("piece")
                .costs("2.50")
                .from("2026-01-01T00:00")
                .adds();
        assertTrue(prices.text().contains(sku + " has a new price"), prices.text());
        operator.prices()
                .sku(sku)
                .countedIn("piece")
                .costs("2.5")
                .from("2026-01-01T00:00")
                .adds();
        assertEquals(
                1,
                platform.get("prices?sku=" + sku).json().getJsonArray("items").size());
    }

    @Test
    void a_mistake_is_told_at_its_field_and_what_was_typed_is_kept(Visitor operator) {
        logsIn(operator);
        PricesPage prices =
                operator.prices().sku(sku).countedIn("piece").costs("cheap").adds();
        assertTrue(prices.errorAt("Price per unit").contains("This isn’t a price"));
        assertEquals("cheap", prices.valueOf("Price per unit"));
        assertEquals(sku, prices.valueOf("SKU"));
    }

    @Test
    void the_next_price_of_a_sku_has_its_unit_already(Visitor operator) {
        logsIn(operator);
        PricesPage prices = operator.prices().nextPriceOf("gpu-h100");
        assertEquals("GPU hour", prices.valueOf("Unit"));
        assertEquals("DEDICATED_ENDPOINT", prices.valueOf("Product"));
    }

    @Test
    void refused_usage_waits_on_the_desk_until_its_price_is_there(Visitor operator) {
        Customer customer = platform.newAccount("Late");
        String event = isReported(customer);
        logsIn(operator);
        Shown desk = operator.desk(event);
        assertTrue(desk.text().contains("UNKNOWN_SKU"), desk.text());

        operator.prices()
                .sku(sku)
                .countedIn("piece")
                .costs("2")
                .from("2026-01-01T00:00")
                .adds();
        Shown after = operator.replays(event);
        assertTrue(after.text().contains("1 event is in the books now."), after.text());
        assertFalse(after.text().contains(event), after.text());
        assertEquals("-6.00", customer.balance().getString("settled"));
    }

    @Test
    void what_nobody_will_mend_is_dismissed_and_says_by_whom(Visitor operator) {
        Customer customer = platform.newAccount("Gone");
        String event = isReported(customer);
        logsIn(operator);
        operator.desk(event);
        Shown desk = operator.opens("operator/desk?code=TOO_OLD&account=" + customer.id());
        assertTrue(desk.text().contains("No event is like that."), desk.text());
        desk = operator.opens("operator/desk?code=UNKNOWN_SKU&account=" + customer.id());
        assertTrue(desk.text().contains(event), desk.text());
        desk.press("Dismiss " + event);
        assertTrue(desk.text().contains("1 event is dismissed."), desk.text());
        assertFalse(desk.text().contains(event), desk.text());
        String dismissed = operator.opens("operator/desk?show=dismissed&account=" + customer.id())
                .text();
        assertTrue(dismissed.contains(event) && dismissed.contains("Dismissed by "), dismissed);
    }

    @Test
    void an_operator_sees_no_account_and_a_member_no_operators_page(
            Visitor operator, Visitor member, Visitor stranger) {
        logsIn(operator);
        for (String path : List.of("settings/billing", "settings/api-keys", "settings/profile")) {
            assertEquals("There is no such page", operator.opens(path).heading(), path);
        }
        member.signsUp()
                .as("Ada", "ada-" + UUID.randomUUID() + "@example.com", "a few words in a row", "Analytical Engines")
                .creates();
        for (String path : List.of("operator", "operator/prices", "operator/desk")) {
            assertEquals("There is no such page", member.opens(path).heading(), path);
            assertEquals("/login", stranger.opens(path).path(), path);
        }
    }

    @Test
    void nobody_signs_up_as_the_operator(Visitor visitor) {
        Shown refused = visitor.signsUp()
                .as("Mallory", OPERATOR, "a few words in a row", "Elsewhere")
                .creates();
        assertEquals("/sign-up", refused.path());
    }

    @Test
    void no_page_has_barriers_on_a_screen_or_a_phone_in_light_or_dark(Visitor operator, Visitor onPhone) {
        isReported(platform.newAccount("Late"));
        logsIn(operator);
        onPhone.onPhone().inTheDark();
        logsIn(onPhone);
        for (String path : List.of("operator/prices", "operator/desk")) {
            assertEquals(List.of(), operator.opens(path).barriers(), path);
            assertEquals(List.of(), onPhone.opens(path).barriers(), path + " on a phone, dark");
        }
    }
}
