package billing.ejb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private Sandbox sandbox;
    private String customer;
    private String method;

    @BeforeEach
    void start() throws Exception {
        sandbox = new Sandbox(dataSource());
        customer = sandbox.customer();
        method = sandbox.attach("pm_card_visa", customer).getId();
    }

    /** The same holds on another database; see {@link OnPostgresTest}. */
    DataSource dataSource() {
        return SandboxTables.onH2();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void the_same_request_gets_the_same_bytes_and_charges_once() throws Exception {
        String form = "amount=2500&currency=usd&confirm=true&payment_method_types[]=card&customer=" + customer
                + "&payment_method=" + method;
        HttpResponse<String> first = post("/v1/payment_intents", form, "key-1");
        String shuffled = "currency=usd&payment_method=" + method + "&customer=" + customer
                + "&payment_method_types%5B0%5D=card&confirm=true&amount=2500";
        HttpResponse<String> again = post("/v1/payment_intents", shuffled, "key-1");
        assertEquals(200, first.statusCode());
        assertEquals(first.body(), again.body());
        assertTrue(first.headers().firstValue("Idempotent-Replayed").isEmpty());
        assertEquals("true", again.headers().firstValue("Idempotent-Replayed").orElseThrow());
        assertEquals(header(first, "Request-Id"), header(again, "Original-Request"));
        assertNotEquals(header(first, "Request-Id"), header(again, "Request-Id"));
        assertEquals(1, sandbox.simulator.charges(customer).size());
        assertEquals("key-1", sandbox.simulator.charges(customer).get(0).idempotencyKey());
    }

    @Test
    void a_key_belongs_to_its_parameters_and_its_endpoint() throws Exception {
        PaymentIntentCreateParams params = sandbox.payment(customer, method).build();
        sandbox.pay(params, "key-1");
        PaymentIntentCreateParams other =
                sandbox.payment(customer, method).setAmount(2_600L).build();
        IdempotencyException wrong = assertThrows(IdempotencyException.class, () -> sandbox.pay(other, "key-1"));
        assertEquals(400, wrong.getStatusCode());
        assertTrue(wrong.getMessage().startsWith("Keys for idempotent requests can only be used with the same"));
        assertThrows(
                IdempotencyException.class,
                () -> sandbox.stripe.v1().customers().create(null, Sandbox.withKey("key-1")));
        assertEquals(1, sandbox.simulator.charges(customer).size());
    }

    @Test
    void a_decline_is_replayed_as_a_decline() throws Exception {
        String failing = sandbox.attach("pm_card_chargeCustomerFail", customer).getId();
        PaymentIntentCreateParams params = sandbox.payment(customer, failing).build();
        CardException first = assertThrows(CardException.class, () -> sandbox.pay(params, "key-1"));
        CardException again = assertThrows(CardException.class, () -> sandbox.pay(params, "key-1"));
        assertEquals(first.getCharge(), again.getCharge());
        assertEquals(1, sandbox.simulator.charges(customer).size());
    }

    @Test
    void a_request_that_was_wrong_by_itself_leaves_the_key_free() throws Exception {
        PaymentIntentCreateParams wrong =
                sandbox.payment(customer, method).setAmount(49L).build();
        InvalidRequestException refused =
                assertThrows(InvalidRequestException.class, () -> sandbox.pay(wrong, "key-1"));
        assertEquals("amount_too_small", refused.getCode());
        PaymentIntentCreateParams right = sandbox.payment(customer, method).build();
        assertEquals("succeeded", sandbox.pay(right, "key-1").getStatus());
    }

    @Test
    void a_request_that_could_not_be_carried_out_is_remembered() throws Exception {
        PaymentIntentCreateParams params =
                sandbox.payment("cus_nobody", "pm_card_visa").build();
        assertThrows(InvalidRequestException.class, () -> sandbox.pay(params, "key-1"));
        PaymentIntentCreateParams other = sandbox.payment(customer, method).build();
        assertThrows(IdempotencyException.class, () -> sandbox.pay(other, "key-1"));
    }

    @Test
    void a_stored_server_error_is_replayed_until_the_key_is_forgotten() throws Exception {
        sandbox.simulator.script(FaultKind.SERVER_ERROR, 1, customer);
        PaymentIntentCreateParams params = sandbox.payment(customer, method).build();
        for (int i = 0; i < 3; i++) {
            ApiException error = assertThrows(ApiException.class, () -> sandbox.pay(params, "key-1"));
            assertEquals(500, error.getStatusCode());
        }
        assertEquals(0, sandbox.simulator.charges(customer).size());
        sandbox.advance(Duration.ofHours(24));
        assertEquals("succeeded", sandbox.pay(params, "key-1").getStatus());
    }

    @Test
    void a_key_is_forgotten_after_24_hours_and_not_before() throws Exception {
        PaymentIntentCreateParams params = sandbox.payment(customer, method).build();
        String first = sandbox.pay(params, "key-1").getId();
        sandbox.clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertEquals(first, sandbox.pay(params, "key-1").getId());
        sandbox.clock.advance(Duration.ofSeconds(1));
        assertNotEquals(first, sandbox.pay(params, "key-1").getId());
        assertEquals(2, sandbox.simulator.charges(customer).size());
    }

    @Test
    void a_key_whose_request_is_under_way_is_in_use() throws Exception {
        PaymentIntentCreateParams params = sandbox.payment(customer, method).build();
        sandbox.pay(params, "key-1");
        try (Connection holder = sandbox.dataSource.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().executeUpdate("UPDATE sandbox_idempotency SET status = NULL");
            StripeException refused = assertThrows(StripeException.class, () -> sandbox.pay(params, "key-1"));
            assertEquals(409, refused.getStatusCode());
            assertEquals("idempotency_key_in_use", refused.getCode());
            holder.rollback();
        }
        assertEquals("succeeded", sandbox.pay(params, "key-1").getStatus());
        assertEquals(1, sandbox.simulator.charges(customer).size());
    }

    @Test
    void a_request_whose_node_died_before_it_did_anything_is_carried_out_by_the_next() throws Exception {
        PaymentIntentCreateParams params = sandbox.payment(customer, method).build();
        sandbox.simulator.script(FaultKind.SERVER_ERROR, 1, customer);
        assertThrows(ApiException.class, () -> sandbox.pay(params, "key-1"));
        try (Connection connection = sandbox.dataSource.getConnection()) {
            connection.createStatement().executeUpdate("UPDATE sandbox_idempotency SET status = NULL, body = NULL");
        }
        assertEquals("succeeded", sandbox.pay(params, "key-1").getStatus());
    }

    @Test
    void twenty_at_once_on_two_nodes_are_one_charge() throws Exception {
        GatewaySimulator second = sandbox.another();
        second.start();
        ExecutorService crowd = Executors.newFixedThreadPool(20);
        try {
            PaymentIntentCreateParams params = sandbox.payment(customer, method).build();
            var clients = List.of(sandbox.stripe, Sandbox.client(second, Sandbox.KEY));
            Set<String> intents = ConcurrentHashMap.newKeySet();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                var client = clients.get(i % 2);
                all.add(crowd.submit(() -> {
                    intents.add(untilKnown(() -> client.v1().paymentIntents().create(params, Sandbox.withKey("key-1")))
                            .getId());
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
            assertEquals(1, intents.size());
            assertEquals(1, sandbox.simulator.charges(customer).size());
        } finally {
            crowd.shutdownNow();
            second.stop();
        }
    }

    private interface Request {
        PaymentIntent send() throws StripeException;
    }

    private static PaymentIntent untilKnown(Request request) throws StripeException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return request.send();
            } catch (StripeException e) {
                assertEquals(409, e.getStatusCode(), e.getMessage());
                Thread.sleep(20);
            }
        }
        throw new AssertionError("the key stayed in use");
    }

    private HttpResponse<String> post(String path, String form, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.simulator.address() + path))
                .header("Authorization", "Bearer " + Sandbox.KEY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
