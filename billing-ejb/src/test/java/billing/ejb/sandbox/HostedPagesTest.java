package billing.ejb.sandbox;

import static billing.ejb.sandbox.Browser.location;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.CardException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostedPagesTest {
    private static final String BACK = "http://127.0.0.1:9/billing/cards?setup={CHECKOUT_SESSION_ID}";

    private final Browser browser = new Browser();
    private Sandbox sandbox;
    private String customer;

    @BeforeEach
    void start() throws Exception {
        sandbox = new Sandbox(SandboxTables.onH2());
        customer = sandbox.customer();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_typed_card_becomes_the_customers() throws Exception {
        Session session = session();
        HttpResponse<String> page = browser.open(session.getUrl());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Card number"));
        HttpResponse<String> sent = browser.send(session.getUrl(), card("4242 4242 4242 4242"));
        assertEquals(303, sent.statusCode());
        assertEquals("http://127.0.0.1:9/billing/cards?setup=" + session.getId(), location(sent));
        Session done = expanded(session);
        assertEquals("complete", done.getStatus());
        assertEquals("succeeded", done.getSetupIntentObject().getStatus());
        var method = done.getSetupIntentObject().getPaymentMethodObject();
        assertEquals(customer, method.getCustomer());
        assertEquals("4242", method.getCard().getLast4());
        assertEquals(8L, method.getCard().getExpMonth());
        assertEquals(2030L, method.getCard().getExpYear());
        assertEquals("94107", method.getBillingDetails().getAddress().getPostalCode());
        assertTrue(sandbox.simulator.awaitNotices(Duration.ofSeconds(5)));
        assertTrue(sandbox.inbox
                .types()
                .containsAll(
                        List.of("payment_method.attached", "setup_intent.succeeded", "checkout.session.completed")));
    }

    @Test
    void a_typed_bank_account_becomes_the_customers() throws Exception {
        Session session = session();
        String url = session.getUrl() + "?type=us_bank_account";
        assertTrue(browser.open(url).body().contains("Routing number"));
        Map<String, String> form = new HashMap<>(Map.of("routing", "110000000", "account", "000123456789"));
        form.putAll(Map.of("holder", "Ada Lovelace", "accountType", "savings"));
        assertEquals(303, browser.send(url, form).statusCode());
        var method = expanded(session).getSetupIntentObject().getPaymentMethodObject();
        assertEquals("us_bank_account", method.getType());
        assertEquals("6789", method.getUsBankAccount().getLast4());
        assertEquals("savings", method.getUsBankAccount().getAccountType());
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, number, Your card was declined.",
        "4000000000009995, number, Your card has insufficient funds.",
        "4000000000000069, expiry, Your card has expired.",
        "4000000000000127, cvc, Your card&#39;s security code is incorrect.",
        "4000000000000036, postcode, The zip code you supplied failed validation.",
        "4000009990000005, number, Your card does not support this type of purchase.",
        "4111111111111111, number, Only test cards work in the sandbox.",
        "4242424242424241, number, This is not a card number.",
    })
    void a_card_that_cannot_be_saved_is_told_at_its_field_and_the_rest_is_kept(String number, String field, String text)
            throws Exception {
        Session session = session();
        HttpResponse<String> page = browser.send(session.getUrl(), card(number));
        assertEquals(422, page.statusCode());
        String error = "<p class=\"error\" id=\"" + field + "-error\">" + text;
        assertTrue(page.body().contains(error), page.body());
        assertTrue(page.body().contains("value=\"Ada &lt;Lovelace&gt;\""));
        assertFalse(page.body().contains("value=\"123\""), "the security code is asked for again");
        assertEquals("open", expanded(session).getStatus());
        assertEquals(
                303, browser.send(session.getUrl(), card("5555555555554444")).statusCode());
    }

    @Test
    void each_empty_field_is_named() throws Exception {
        HttpResponse<String> page = browser.send(session().getUrl(), Map.of("number", ""));
        assertEquals(422, page.statusCode());
        for (String field : List.of("number", "expiry", "cvc", "name", "postcode")) {
            assertTrue(page.body().contains("id=\"" + field + "-error\">Fill this in."), field);
        }
    }

    @Test
    void a_card_that_was_approved_when_it_was_saved_pays_without_its_owner() throws Exception {
        Session session = session();
        HttpResponse<String> sent = browser.send(session.getUrl(), card("4000002500003155"));
        String bank = sandbox.simulator.address() + location(sent);
        assertTrue(browser.open(bank).body().contains("Approve saving this card?"));
        HttpResponse<String> declined = browser.send(bank, Map.of("decision", "decline"));
        assertEquals("/checkout/" + session.getId() + "?declined=1", location(declined));
        assertTrue(browser.open(sandbox.simulator.address() + location(declined))
                .body()
                .contains("Your bank did not approve this card."));

        bank = sandbox.simulator.address() + location(browser.send(session.getUrl(), card("4000002500003155")));
        HttpResponse<String> approved = browser.send(bank, Map.of("decision", "approve"));
        assertEquals("http://127.0.0.1:9/billing/cards?setup=" + session.getId(), location(approved));
        String method = expanded(session).getSetupIntentObject().getPaymentMethod();
        PaymentIntentCreateParams offSession = sandbox.payment(customer, method)
                .setReturnUrl(null)
                .setOffSession(true)
                .build();
        assertEquals(
                "succeeded",
                sandbox.stripe.v1().paymentIntents().create(offSession).getStatus());
    }

    @Test
    void the_bank_asks_and_sends_the_customer_back_with_the_result() throws Exception {
        PaymentIntent waiting = waiting();
        assertEquals("requires_action", waiting.getStatus());
        String bank = waiting.getNextAction().getRedirectToUrl().getUrl();
        HttpResponse<String> page = browser.open(bank);
        assertTrue(page.body().contains("Approve payment of $25.00?"));
        assertTrue(page.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .endsWith("form-action 'self' http://127.0.0.1:9"));
        HttpResponse<String> approved = browser.send(bank, Map.of("decision", "approve"));
        assertEquals(
                "http://127.0.0.1:9/back?purchase=1&payment_intent=" + waiting.getId()
                        + "&payment_intent_client_secret=" + waiting.getClientSecret() + "&redirect_status=succeeded",
                location(approved));
        assertEquals("succeeded", retrieve(waiting).getStatus());

        HttpResponse<String> again = browser.send(bank, Map.of("decision", "approve"));
        assertEquals(location(approved), location(again));
        HttpResponse<String> tooLate = browser.send(bank, Map.of("decision", "decline"));
        assertTrue(tooLate.body().contains("Already approved"));
        assertEquals(1, sandbox.simulator.charges(customer).size());
    }

    @Test
    void a_payment_that_is_declined_at_the_bank_can_be_tried_again() throws Exception {
        PaymentIntent waiting = waiting();
        String bank = waiting.getNextAction().getRedirectToUrl().getUrl();
        HttpResponse<String> declined = browser.send(bank, Map.of("decision", "decline"));
        assertTrue(location(declined).endsWith("&redirect_status=failed"));
        PaymentIntent failed = retrieve(waiting);
        assertEquals("requires_payment_method", failed.getStatus());
        assertEquals(
                "payment_intent_authentication_failure",
                failed.getLastPaymentError().getCode());
        assertTrue(browser.open(bank).body().contains("Not approved"));
        assertEquals(
                GatewayCharge.Status.FAILED,
                sandbox.simulator.charges(customer).get(0).status());
    }

    @Test
    void a_cancelled_payment_cannot_be_approved() throws Exception {
        PaymentIntent waiting = waiting();
        sandbox.stripe.v1().paymentIntents().cancel(waiting.getId());
        String bank = waiting.getNextAction().getRedirectToUrl().getUrl();
        HttpResponse<String> page = browser.send(bank, Map.of("decision", "approve"));
        assertTrue(page.body().contains("No longer needed"));
        assertEquals("canceled", retrieve(waiting).getStatus());
    }

    @Test
    void approving_can_still_meet_an_empty_account() throws Exception {
        String method = sandbox.attach("pm_card_authenticationRequiredChargeDeclinedInsufficientFunds", customer)
                .getId();
        PaymentIntent waiting = sandbox.pay(customer, method);
        String bank = waiting.getNextAction().getRedirectToUrl().getUrl();
        assertTrue(location(browser.send(bank, Map.of("decision", "approve"))).endsWith("redirect_status=failed"));
        assertEquals(
                "insufficient_funds", retrieve(waiting).getLastPaymentError().getDeclineCode());
    }

    @Test
    void a_form_from_another_site_changes_nothing() throws Exception {
        PaymentIntent waiting = waiting();
        String bank = waiting.getNextAction().getRedirectToUrl().getUrl();
        Map<String, String> approve = Map.of("decision", "approve");
        assertEquals(
                403,
                browser.send(bank, approve, "Origin", "http://evil.example").statusCode());
        assertEquals(
                403, browser.send(bank, approve, "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals("requires_action", retrieve(waiting).getStatus());
    }

    @Test
    void a_session_ends_after_a_day() throws Exception {
        Session session = session();
        sandbox.advance(Duration.ofHours(24));
        assertEquals(410, browser.open(session.getUrl()).statusCode());
        assertEquals(
                410, browser.send(session.getUrl(), card("4242424242424242")).statusCode());
        assertEquals("expired", expanded(session).getStatus());
        assertTrue(sandbox.inbox.types().contains("checkout.session.expired"));
    }

    @Test
    void no_card_number_is_kept_anywhere() throws Exception {
        Session session = session();
        browser.send(session.getUrl(), card("4000000000000002"));
        browser.send(session.getUrl(), card("4242424242424242"));
        try (Connection connection = sandbox.dataSource.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SCRIPT NOSETTINGS")) {
            while (rows.next()) {
                assertFalse(rows.getString(1).contains("4242424242424242"));
                assertFalse(rows.getString(1).contains("4000000000000002"));
            }
        }
    }

    @Test
    void what_is_not_there_is_said_so() throws Exception {
        assertEquals(
                404,
                browser.open(sandbox.simulator.address() + "/checkout/cs_test_a1no")
                        .statusCode());
        assertEquals(
                404,
                browser.open(sandbox.simulator.address() + "/authorize/pi_3no").statusCode());
        assertEquals(
                404, browser.open(sandbox.simulator.address() + "/elsewhere").statusCode());
        String root = browser.open(sandbox.simulator.address() + "/").body();
        for (TestCard card : TestCard.values()) {
            assertTrue(root.contains(">" + card.token() + "</code>"), card.token());
        }
    }

    @Test
    void without_the_customer_the_bank_just_declines() throws Exception {
        String method =
                sandbox.attach("pm_card_authenticationRequired", customer).getId();
        PaymentIntentCreateParams params = sandbox.payment(customer, method)
                .setReturnUrl(null)
                .setOffSession(true)
                .build();
        CardException declined = assertThrows(
                CardException.class, () -> sandbox.stripe.v1().paymentIntents().create(params));
        assertEquals("authentication_required", declined.getCode());
        PaymentIntent failed = declined.getStripeError().getPaymentIntent();
        assertEquals("requires_payment_method", failed.getStatus());

        PaymentIntent onSession = sandbox.stripe
                .v1()
                .paymentIntents()
                .confirm(
                        failed.getId(),
                        com.stripe.param.PaymentIntentConfirmParams.builder()
                                .setPaymentMethod(method)
                                .setReturnUrl("http://127.0.0.1:9/back")
                                .build());
        assertEquals("requires_action", onSession.getStatus());
        browser.send(onSession.getNextAction().getRedirectToUrl().getUrl(), Map.of("decision", "approve"));
        assertEquals("succeeded", retrieve(onSession).getStatus());
    }

    private PaymentIntent waiting() throws Exception {
        return sandbox.pay(
                customer,
                sandbox.attach("pm_card_authenticationRequired", customer).getId());
    }

    private PaymentIntent retrieve(PaymentIntent intent) throws Exception {
        return sandbox.stripe.v1().paymentIntents().retrieve(intent.getId());
    }

    private Session session() throws Exception {
        SessionCreateParams params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SETUP)
                .setCustomer(customer)
                .setSuccessUrl(BACK)
                .setCancelUrl("http://127.0.0.1:9/billing/cards")
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.US_BANK_ACCOUNT)
                .build();
        return sandbox.stripe.v1().checkout().sessions().create(params);
    }

    private Session expanded(Session session) throws Exception {
        SessionRetrieveParams params = SessionRetrieveParams.builder()
                .addExpand("setup_intent.payment_method")
                .build();
        return sandbox.stripe.v1().checkout().sessions().retrieve(session.getId(), params);
    }

    private static Map<String, String> card(String number) {
        return Map.of(
                "number", number,
                "expiry", "08/30",
                "cvc", "123",
                "name", "Ada <Lovelace>",
                "postcode", "94107");
    }
}
