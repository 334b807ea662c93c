package billing.ejb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.model.Event;
import com.stripe.param.PaymentIntentCreateParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final List<String> OF_A_CHARGE =
            List.of("payment_intent.created", "charge.succeeded", "payment_intent.succeeded");

    private Sandbox sandbox;
    private String customer;
    private PaymentIntentCreateParams params;

    @BeforeEach
    void start() throws Exception {
        sandbox = new Sandbox(dataSource());
        customer = sandbox.customer();
        String method = sandbox.attach("pm_card_visa", customer).getId();
        params = sandbox.payment(customer, method).build();
        sandbox.simulator.awaitNotices(Duration.ofSeconds(5));
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
    void a_charge_can_be_made_and_never_answered() throws Exception {
        sandbox.simulator.script(FaultKind.TIMEOUT_AFTER_CHARGE, 1, null);
        assertThrows(
                ApiConnectionException.class,
                () -> impatient().v1().paymentIntents().create(params, Sandbox.withKey("key-1")));
        assertEquals(1, sandbox.simulator.charges(customer).size());
        assertEquals("succeeded", sandbox.pay(params, "key-1").getStatus());
        assertEquals(1, sandbox.simulator.charges(customer).size());
    }

    @Test
    void a_request_can_be_lost_before_the_charge() throws Exception {
        sandbox.simulator.script(FaultKind.TIMEOUT_BEFORE_CHARGE, 2, customer);
        for (int i = 0; i < 2; i++) {
            assertThrows(
                    ApiConnectionException.class,
                    () -> impatient().v1().paymentIntents().create(params, Sandbox.withKey("key-1")));
            assertEquals(List.of(), sandbox.simulator.charges(customer));
        }
        assertEquals(List.of(), sandbox.stripe.v1().paymentIntents().list().getData(), "not even the intent is there");
        assertEquals("succeeded", sandbox.pay(params, "key-1").getStatus());
    }

    @Test
    void a_server_error_charges_nothing() throws Exception {
        sandbox.simulator.script(FaultKind.SERVER_ERROR, 1, null);
        assertThrows(ApiException.class, () -> sandbox.pay(params, "key-1"));
        assertEquals(List.of(), sandbox.simulator.charges(null));
        assertEquals("succeeded", sandbox.pay(params, "key-2").getStatus());
    }

    @Test
    void a_fault_waits_for_its_own_customer() throws Exception {
        sandbox.simulator.script(FaultKind.SERVER_ERROR, 1, sandbox.customer());
        assertEquals("succeeded", sandbox.pay(params, "key-1").getStatus());
    }

    @Test
    void a_wrong_request_does_not_use_a_fault_up() throws Exception {
        sandbox.simulator.script(FaultKind.SERVER_ERROR, 1, customer);
        PaymentIntentCreateParams wrong =
                sandbox.payment(customer, "pm_nothing").build();
        assertThrows(com.stripe.exception.InvalidRequestException.class, () -> sandbox.pay(wrong, "key-0"));
        assertThrows(ApiException.class, () -> sandbox.pay(params, "key-1"));
    }

    @Test
    void sixty_lines_that_wait_for_ever_do_not_keep_others_waiting() throws Exception {
        sandbox.simulator.script(FaultKind.TIMEOUT_AFTER_CHARGE, 60, customer);
        ExecutorService crowd = Executors.newFixedThreadPool(60);
        try {
            StripeClient patient = Sandbox.client(sandbox.simulator, Sandbox.KEY);
            for (int i = 0; i < 60; i++) {
                String key = "key-" + i;
                var unused = crowd.submit(() -> patient.v1().paymentIntents().create(params, Sandbox.withKey(key)));
            }
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (sandbox.simulator.charges(customer).size() < 60 && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            assertEquals(60, sandbox.simulator.charges(customer).size());
            assertEquals("succeeded", sandbox.pay(params, "key-60").getStatus());
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void notices_can_be_lost_and_are_still_listed() throws Exception {
        sandbox.simulator.script(FaultKind.WEBHOOK_LOST, 1, customer);
        int before = sandbox.inbox.types().size();
        sandbox.pay(params, "key-1");
        sandbox.simulator.awaitNotices(Duration.ofSeconds(5));
        assertEquals(before, sandbox.inbox.types().size());
        List<String> listed = sandbox.stripe.v1().events().list().getData().stream()
                .map(Event::getType)
                .toList();
        assertTrue(listed.containsAll(OF_A_CHARGE));
        sandbox.pay(params, "key-2");
        assertEquals(OF_A_CHARGE, since(before));
    }

    @Test
    void notices_can_come_twice() throws Exception {
        sandbox.simulator.script(FaultKind.DUPLICATE_WEBHOOK, 1, customer);
        int before = sandbox.inbox.types().size();
        sandbox.pay(params, "key-1");
        List<String> twice = new ArrayList<>(OF_A_CHARGE);
        twice.addAll(OF_A_CHARGE);
        assertEquals(twice, since(before));
        assertEquals(
                3,
                sandbox.inbox.events().stream()
                        .skip(before)
                        .map(Event::getId)
                        .distinct()
                        .count());
    }

    @Test
    void notices_can_come_in_the_wrong_order_and_before_the_answer() throws Exception {
        sandbox.simulator.script(FaultKind.WEBHOOK_OUT_OF_ORDER, 1, customer);
        int before = sandbox.inbox.types().size();
        sandbox.pay(params, "key-1");
        assertEquals(
                List.of("payment_intent.succeeded", "charge.succeeded", "payment_intent.created"),
                sandbox.inbox.types().subList(before, before + 3));
    }

    @Test
    void a_charge_can_be_made_unanswered_and_unannounced() throws Exception {
        sandbox.simulator.script(FaultKind.TIMEOUT_AFTER_CHARGE, 1, customer);
        sandbox.simulator.script(FaultKind.WEBHOOK_LOST, 1, customer);
        int before = sandbox.inbox.types().size();
        assertThrows(
                ApiConnectionException.class,
                () -> impatient().v1().paymentIntents().create(params, Sandbox.withKey("key-1")));
        assertEquals(1, sandbox.simulator.charges(customer).size());
        assertEquals(List.of(), since(before));
    }

    @Test
    void a_notice_is_sent_until_it_is_taken() throws Exception {
        sandbox.inbox.refuse(2);
        int before = sandbox.inbox.types().size();
        sandbox.pay(params, "key-1");
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (sandbox.inbox.types().size() < before + 3 && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertTrue(sandbox.inbox.types().subList(before, before + 3).containsAll(OF_A_CHARGE));
    }

    @Test
    void faults_and_notices_outlive_a_restart() throws Exception {
        sandbox.simulator.script(FaultKind.SERVER_ERROR, 1, customer);
        sandbox.inbox.refuse(1_000);
        String paid = sandbox.pay(
                        sandbox.payment(sandbox.customer(), "pm_card_visa").build(), "key-0")
                .getId();
        String address = sandbox.simulator.address().toString();
        sandbox.restart();
        assertEquals(address, sandbox.simulator.address().toString(), "links in old mails still lead here");
        sandbox.inbox.refuse(0);
        assertEquals(
                "succeeded", sandbox.stripe.v1().paymentIntents().retrieve(paid).getStatus());
        assertThrows(ApiException.class, () -> sandbox.pay(params, "key-1"));
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!sandbox.inbox.types().contains("payment_intent.succeeded") && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertTrue(sandbox.inbox.types().contains("payment_intent.succeeded"));
    }

    @Test
    void a_simulator_without_an_address_to_notify_notifies_nobody() throws Exception {
        SimulatorSettings settings = new SimulatorSettings(0, Sandbox.KEY, Inbox.SECRET, null);
        GatewaySimulator silent = new GatewaySimulator(sandbox.dataSource, sandbox.clock, settings, Thread::new);
        silent.start();
        try {
            int before = sandbox.inbox.types().size();
            Sandbox.client(silent, Sandbox.KEY).v1().paymentIntents().create(params);
            assertTrue(silent.awaitNotices(Duration.ZERO));
            assertEquals(before, sandbox.inbox.types().size());
            assertFalse(settings.toString().contains(Sandbox.KEY));
        } finally {
            silent.stop();
        }
    }

    private List<String> since(int before) {
        assertTrue(sandbox.simulator.awaitNotices(Duration.ofSeconds(5)));
        List<String> all = sandbox.inbox.types();
        return all.subList(before, all.size());
    }

    private StripeClient impatient() {
        return StripeClient.builder()
                .setApiKey(Sandbox.KEY)
                .setApiBase(sandbox.simulator.address().toString())
                .setMaxNetworkRetries(0)
                .setReadTimeout(500)
                .build();
    }
}
