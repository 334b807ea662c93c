package billing.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The walk that the product is for, and the ways in which it must not go wrong. */
@OnServer
class BuyingCreditsIT {

    private final Billing billing = Billing.asPlatform();

    @Test
    void a_new_account_may_spend_only_after_its_first_purchase() {
        Customer ada = billing.newAccount("Ada");
        assertFalse(ada.access().getBoolean("allowed"));
        assertEquals("NO_PURCHASE_YET", ada.access().getString("reason"));

        assertEquals(201, ada.addsCard("pm_card_visa").status());
        assertEquals("SUCCEEDED", ada.addsCredits("25.00").purchase().getString("status"));

        assertTrue(ada.access().getBoolean("allowed"));
        assertEquals("25.00", ada.balance().getString("available"));
        assertEquals(List.of("25.00"), amounts(ada.ledger()));
        assertEquals(List.of("25.00"), amounts(ada.gatewayCharges()));
    }

    @Test
    void a_purchase_is_charged_once_however_often_it_is_sent() {
        Customer bob = customerWithCard("Bob");
        Customer.Purchase purchase = bob.addsCredits("25.00");
        String first = purchase.purchase().getString("id");

        assertEquals(first, purchase.purchase().getString("id"));
        assertEquals(1, bob.gatewayCharges().size());
        assertEquals("25.00", bob.balance().getString("available"));
    }

    @Test
    void twenty_parallel_presses_are_one_purchase() {
        Customer cleo = customerWithCard("Cleo");
        Customer.Purchase purchase = cleo.addsCredits("30.00");

        List<Answer> answers =
                IntStream.range(0, 20).parallel().mapToObj(i -> purchase.send()).toList();

        assertEquals(
                1,
                answers.stream().map(a -> a.json().getString("id")).distinct().count());
        assertEquals(1, cleo.gatewayCharges().size());
        assertEquals("30.00", cleo.balance().getString("available"));
    }

    @Test
    void the_same_key_for_another_amount_is_refused() {
        Customer dan = customerWithCard("Dan");
        Customer.Purchase purchase = dan.addsCredits("25.00");
        purchase.purchase();

        Answer other = purchase.but("26.00").send();
        assertEquals(409, other.status());
        assertEquals("IDEMPOTENCY_KEY_REUSED", other.code());
    }

    @Test
    void too_little_is_refused_before_anybody_is_charged() {
        Customer eve = customerWithCard("Eve");
        Answer answer = eve.addsCredits("4.99").send();
        assertEquals(422, answer.status());
        assertEquals("AMOUNT_TOO_SMALL", answer.code());
        assertEquals(List.of(), eve.gatewayCharges());
    }

    @Test
    void a_declined_charge_gives_no_credits() {
        Customer fay = billing.newAccount("Fay");
        assertEquals(201, fay.addsCard("pm_card_chargeCustomerFail").status());

        assertEquals("FAILED", fay.addsCredits("25.00").purchase().getString("status"));
        assertEquals("0.00", fay.balance().getString("available"));
    }

    @Test
    void a_prepaid_card_is_refused_with_the_words_that_users_know() {
        Answer answer = billing.newAccount("Gil").addsCard("pm_card_mastercard_prepaid");
        assertEquals(422, answer.status());
        assertEquals("CARD_NOT_SUPPORTED", answer.code());
        assertTrue(answer.body().contains("Your card does not support this type of purchase."), answer.body());
    }

    @Test
    void an_unknown_property_is_named_and_refused() {
        Answer answer = billing.post("accounts", """
                {"name":"Hal","email":"hal@example.com","owner":"me"}""");
        assertEquals(400, answer.status());
        assertTrue(answer.fields().contains("owner"), answer.body());
    }

    @Test
    void a_stranger_learns_nothing() {
        Billing stranger = billing.as("not-a-key");
        assertEquals(401, stranger.get("accounts/acc_0000000000000").status());
    }

    @Test
    void the_books_fit_after_all_of_this() {
        JsonObject check = billing.selfCheck();
        assertTrue(check.getBoolean("ok"), check.toString());
    }

    private Customer customerWithCard(String name) {
        Customer customer = billing.newAccount(name);
        assertEquals(201, customer.addsCard("pm_card_visa").status());
        return customer;
    }

    private static List<String> amounts(List<JsonObject> items) {
        return items.stream().map(item -> item.getString("amount")).toList();
    }
}
