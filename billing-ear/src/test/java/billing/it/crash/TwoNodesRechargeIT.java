package billing.it.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import billing.it.Customer;
import billing.it.Property;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two nodes on one database; 200 clients take the same balance below its threshold together, and one node is killed among
 * them. Whatever was not acknowledged is sent again, to the node that is left. In the end there is one recharge, and one charge.
 */
class TwoNodesRechargeIT {
    private static final int CLIENTS = 200;
    private static final int KILLS = Integer.getInteger("billing.recharge-kills", 1);
    private static final String SKU = "minutes";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Random random = new Random(11);

    @Test
    void one_recharge_is_charged_once_although_a_node_is_killed_meanwhile() throws Exception {
        try (DurablePostgres postgres = DurablePostgres.ofThisRun("two-nodes").start();
                QuickStart left = node("left", "billing.crash.port", postgres).start();
                QuickStart right =
                        node("right", "billing.crash2.port", postgres).start()) {
            assertEquals(
                    201,
                    left.billing()
                            .post("prices", """
                    {"sku":"%s","product":"OTHER","unit":"minute","unitPrice":"0.2","effectiveFrom":"%s"}\
                    """.formatted(SKU, now(left.billing())))
                            .status());
            for (int kill = 0; kill < KILLS; kill++) {
                if (kill > 0) {
                    right.start();
                }
                Customer owner = rechargingCustomer(left.billing());
                cross(owner.id(), left, right);
                isRechargedOnce(owner, left.billing());
            }
            JsonObject check = left.billing().selfCheck();
            assertTrue(check.getBoolean("ok"), check::toString);
        }
    }

    private static QuickStart node(String name, String port, DurablePostgres postgres) {
        return new QuickStart("two-nodes-" + name, Property.of(port)).onDatabase(postgres.url("postgres"));
    }

    private static String now(Billing billing) {
        return billing.get("sandbox/clock").json().getString("now");
    }

    /** Has $50; the clients will take $40. */
    private static Customer rechargingCustomer(Billing billing) {
        Customer owner = billing.newAccount("Ada");
        assertEquals(201, owner.addsCard("pm_card_visa").status());
        assertEquals("SUCCEEDED", owner.addsCredits("50.00").purchase().getString("status"));
        assertEquals(
                200,
                billing.put("accounts/" + owner.id() + "/auto-recharge", """
                {"enabled":true,"mode":"TARGET","threshold":"20.00","target":"60.00"}\
                """).status());
        return owner;
    }

    private void cross(String account, QuickStart left, QuickStart right) throws InterruptedException {
        AtomicInteger acknowledged = new AtomicInteger();
        int untilKill = random.nextInt(CLIENTS);
        String time = now(left.billing());
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        IntStream.range(0, CLIENTS)
                .forEach(client -> threads.execute(() -> {
                    await(start);
                    String body = """
                    {"events":[{"id":"%d","account":"%s","sku":"%s","quantity":"1","time":"%s"}]}\
                    """.formatted(client, account, SKU, time);
                    Billing first = client % 2 == 0 ? left.billing() : right.billing();
                    report(first, left.billing(), body);
                    acknowledged.incrementAndGet();
                }));
        start.countDown();
        until(() -> acknowledged.get() >= untilKill, "nothing is acknowledged");
        right.kill();
        threads.shutdown();
        assertTrue(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS), "not all is acknowledged");
        assertEquals(CLIENTS, acknowledged.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void report(Billing first, Billing then, String body) {
        Billing node = first;
        while (!isAcknowledged(node, body)) {
            node = then;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static boolean isAcknowledged(Billing node, String body) {
        try {
            return node.post("usage-events", body).status() == 200;
        } catch (UncheckedIOException cut) {
            return false;
        }
    }

    private static void until(BooleanSupplier reached, String otherwise) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, otherwise);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static void isRechargedOnce(Customer owner, Billing billing) {
        String recharge = "accounts/" + owner.id() + "/auto-recharge";
        until(() -> billing.get(recharge).json().getString("status").equals("ACTIVE"), "the recharge is not settled");
        List<JsonObject> recharges = owner.purchases().stream()
                .filter(purchase -> purchase.getString("source").equals("AUTO_RECHARGE"))
                .toList();
        assertEquals(1, recharges.size(), recharges::toString);
        String amount = recharges.get(0).getString("amount");
        assertEquals(List.of(amount, "50.00"), owner.succeededCharges(), "what the gateway has seen, newest first");
        assertEquals(2, owner.gatewayCharges().size());
    }
}
