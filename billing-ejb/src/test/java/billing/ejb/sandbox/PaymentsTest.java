package billing.ejb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.Stripe;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.SetupIntentCreateParams;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentsTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() throws Exception {
        sandbox = new Sandbox(SandboxTables.onH2());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_card_pays_and_everybody_hears_of_it() throws Exception {
        String customer = sandbox.customer();
        String method = sandbox.attach("pm_card_visa", customer).getId();
        PaymentIntent intent = sandbox.pay(customer, method);
        assertEquals("succeeded", intent.getStatus());
        assertEquals(2_500L, intent.getAmountReceived());
        assertTrue(sandbox.simulator.awaitNotices(Duration.ofSeconds(5)));
        assertEquals(
                List.of(
                        "customer.created",
                        "payment_method.attached",
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.succeeded"),
                sandbox.inbox.types());
        Event last = sandbox.inbox.events().get(4);
        assertEquals(Stripe.API_VERSION, last.getApiVersion());
        assertEquals(sandbox.clock.instant().getEpochSecond(), last.getCreated());
        PaymentIntent told =
                (PaymentIntent) last.getDataObjectDeserializer().getObject().orElseThrow();
        assertEquals("pur_1", told.getMetadata().get("purchase"));
    }

    @Test
    void objects_come_whole_where_that_is_asked_for() throws Exception {
        String customer = sandbox.customer();
        String id = sandbox.pay(
                        customer, sandbox.attach("pm_card_amex", customer).getId())
                .getId();
        PaymentIntentRetrieveParams params = PaymentIntentRetrieveParams.builder()
                .addAllExpand(List.of("latest_charge", "payment_method", "customer"))
                .build();
        PaymentIntent intent = sandbox.stripe.v1().paymentIntents().retrieve(id, params);
        assertEquals("succeeded", intent.getLatestChargeObject().getStatus());
        assertEquals("amex", intent.getPaymentMethodObject().getCard().getBrand());
        assertEquals("ada@example.com", intent.getCustomerObject().getEmail());
        PaymentIntentRetrieveParams wrong =
                PaymentIntentRetrieveParams.builder().addExpand("amount").build();
        assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe.v1().paymentIntents().retrieve(id, wrong));
    }

    @Test
    void a_customers_payments_are_listed_newest_first_and_by_pages() throws Exception {
        String customer = sandbox.customer();
        String method = sandbox.attach("pm_card_visa", customer).getId();
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.add(0, sandbox.pay(customer, method).getId());
            sandbox.clock.advance(Duration.ofMinutes(1));
        }
        sandbox.pay(sandbox.customer(), "pm_card_visa");
        PaymentIntentListParams pages = PaymentIntentListParams.builder()
                .setCustomer(customer)
                .setLimit(2L)
                .build();
        List<String> seen = new ArrayList<>();
        sandbox.stripe
                .v1()
                .paymentIntents()
                .list(pages)
                .autoPagingIterable()
                .forEach(intent -> seen.add(intent.getId()));
        assertEquals(newestFirst, seen);

        PaymentIntentListParams before = PaymentIntentListParams.builder()
                .setCustomer(customer)
                .setLimit(2L)
                .setEndingBefore(newestFirst.get(3))
                .build();
        assertEquals(newestFirst.subList(1, 3), ids(before));
        long start = sandbox.clock.instant().minus(Duration.ofMinutes(2)).getEpochSecond();
        PaymentIntentListParams recent = PaymentIntentListParams.builder()
                .setCustomer(customer)
                .setCreated(
                        PaymentIntentListParams.Created.builder().setGte(start).build())
                .build();
        assertEquals(newestFirst.subList(0, 2), ids(recent));
    }

    @ParameterizedTest
    @CsvSource({
        "amount=25.00, parameter_invalid_integer, amount",
        "amount=-1, parameter_invalid_integer, amount",
        "amount=49, amount_too_small, amount",
        "amount=100000000, amount_too_large, amount",
        "amount=, parameter_missing, amount",
        "currency=xyz, , currency",
        "confirm=maybe, , confirm",
        "return_url=javascript:alert(1), url_invalid, return_url",
        "payment_method=pm_none, resource_missing, payment_method",
        "customer=cus_none, resource_missing, customer",
    })
    void what_is_wrong_is_named(String wrong, String code, String param) throws Exception {
        String customer = sandbox.customer();
        Map<String, String> form = new java.util.HashMap<>(
                Map.of("amount", "2500", "currency", "usd", "customer", customer, "payment_method", "pm_card_visa"));
        form.put("payment_method_types[]", "card");
        form.put(wrong.substring(0, wrong.indexOf('=')), wrong.substring(wrong.indexOf('=') + 1));
        HttpResponse<String> answer = new Browser()
                .send(
                        sandbox.simulator.address() + "/v1/payment_intents",
                        form,
                        "Authorization",
                        "Bearer " + Sandbox.KEY);
        var error = Jsons.parse(answer.body()).getJsonObject("error");
        assertEquals("resource_missing".equals(code) ? 404 : 400, answer.statusCode());
        assertEquals("invalid_request_error", error.getString("type"));
        assertEquals(code, error.getString("code", null));
        assertEquals(param, error.getString("param"));
        assertTrue(answer.headers().firstValue("Request-Id").orElseThrow().startsWith("req_"));
    }

    @Test
    void methods_that_the_account_chooses_need_a_way_back() throws Exception {
        PaymentIntentCreateParams params = PaymentIntentCreateParams.builder()
                .setAmount(2_500L)
                .setCurrency("usd")
                .setPaymentMethod("pm_card_visa")
                .setConfirm(true)
                .build();
        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe.v1().paymentIntents().create(params));
        assertEquals("return_url", refused.getParam());
    }

    @Test
    void a_payment_that_has_ended_cannot_be_confirmed_or_cancelled() throws Exception {
        String customer = sandbox.customer();
        String id = sandbox.pay(customer, "pm_card_visa").getId();
        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe.v1().paymentIntents().cancel(id));
        assertEquals("payment_intent_unexpected_state", refused.getCode());
        assertEquals("succeeded", refused.getStripeError().getPaymentIntent().getStatus());
        assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe.v1().paymentIntents().confirm(id));
    }

    @Test
    void a_customer_is_found_by_mail_changed_and_deleted() throws Exception {
        String id = sandbox.customer();
        CustomerListParams byMail =
                CustomerListParams.builder().setEmail("ada@example.com").build();
        assertEquals(1, sandbox.stripe.v1().customers().list(byMail).getData().size());
        String method = sandbox.attach("pm_card_visa", id).getId();
        CustomerUpdateParams changes = CustomerUpdateParams.builder()
                .setName("Ada")
                .putMetadata("account", "acc_1")
                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(method)
                        .build())
                .build();
        Customer changed = sandbox.stripe.v1().customers().update(id, changes);
        assertEquals(method, changed.getInvoiceSettings().getDefaultPaymentMethod());
        assertEquals("acc_1", changed.getMetadata().get("account"));

        assertTrue(sandbox.stripe.v1().customers().delete(id).getDeleted());
        assertTrue(sandbox.stripe.v1().customers().retrieve(id).getDeleted());
        assertEquals(List.of(), sandbox.stripe.v1().customers().list(byMail).getData());
        assertNull(sandbox.stripe.v1().paymentMethods().retrieve(method).getCustomer());
    }

    @Test
    void a_customers_cards_are_listed_by_type() throws Exception {
        String customer = sandbox.customer();
        sandbox.attach("pm_card_visa", customer);
        sandbox.attach("pm_usBankAccount_success", customer);
        CustomerPaymentMethodListParams cards = CustomerPaymentMethodListParams.builder()
                .setType(CustomerPaymentMethodListParams.Type.CARD)
                .build();
        var methods = sandbox.stripe.v1().customers().paymentMethods();
        assertEquals(1, methods.list(customer, cards).getData().size());
        assertEquals(2, methods.list(customer).getData().size());
    }

    @Test
    void a_setup_verifies_and_keeps_the_card() throws Exception {
        String customer = sandbox.customer();
        SetupIntentCreateParams params = SetupIntentCreateParams.builder()
                .setCustomer(customer)
                .setPaymentMethod("pm_card_mastercard")
                .setConfirm(true)
                .build();
        var setup = sandbox.stripe.v1().setupIntents().create(params);
        assertEquals("succeeded", setup.getStatus());
        assertEquals(
                customer,
                sandbox.stripe
                        .v1()
                        .paymentMethods()
                        .retrieve(setup.getPaymentMethod())
                        .getCustomer());
        assertEquals(List.of(), sandbox.simulator.charges(null));
    }

    @Test
    void a_card_that_has_expired_by_the_moved_clock_is_declined() throws Exception {
        String customer = sandbox.customer();
        String method = sandbox.attach("pm_card_visa", customer).getId();
        sandbox.clock.advance(Duration.ofDays(5 * 365));
        var declined = assertThrows(com.stripe.exception.CardException.class, () -> sandbox.pay(customer, method));
        assertEquals("expired_card", declined.getCode());
    }

    @Test
    void nobody_gets_in_without_the_key() throws Exception {
        assertThrows(
                AuthenticationException.class,
                () -> Sandbox.client(sandbox.simulator, "sk_test_wrong")
                        .v1()
                        .customers()
                        .list());
        HttpRequest bare = HttpRequest.newBuilder(URI.create(sandbox.simulator.address() + "/v1/customers"))
                .build();
        assertEquals(
                401,
                HttpClient.newHttpClient()
                        .send(bare, HttpResponse.BodyHandlers.ofString())
                        .statusCode());
    }

    @Test
    void a_card_number_is_not_taken_from_programs() throws Exception {
        Map<String, String> form = Map.of("type", "card", "card[number]", "4242424242424242");
        String url = sandbox.simulator.address() + "/v1/payment_methods";
        HttpResponse<String> answer = new Browser().send(url, form, "Authorization", "Bearer " + Sandbox.KEY);
        assertEquals(400, answer.statusCode());
    }

    @Test
    void what_is_too_large_or_unknown_is_refused() throws Exception {
        Browser browser = new Browser();
        String key = "Bearer " + Sandbox.KEY;
        String customers = sandbox.simulator.address() + "/v1/customers";
        Map<String, String> large = Map.of("description", "x".repeat(2_000_000));
        assertEquals(413, browser.send(customers, large, "Authorization", key).statusCode());
        String nowhere = sandbox.simulator.address() + "/v1/nowhere";
        assertEquals(404, browser.send(nowhere, Map.of(), "Authorization", key).statusCode());
    }

    private List<String> ids(PaymentIntentListParams params) throws Exception {
        return sandbox.stripe.v1().paymentIntents().list(params).getData().stream()
                .map(PaymentIntent::getId)
                .toList();
    }
}
