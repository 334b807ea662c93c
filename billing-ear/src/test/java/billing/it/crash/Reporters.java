package billing.it.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Answer;
import billing.it.Billing;
import billing.it.Customer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Eight services of a platform that report usage all the time, as such services should: what was not acknowledged is sent
 * again, under the same ids, until it is.
 */
final class Reporters implements AutoCloseable {

    static final String SKU = "tokens";
    static final long NANOS_PER_EVENT = 1_234 * 180;

    private static final int CLIENTS = 8;
    private static final int EVENTS = 20;
    private static final int CUSTOMERS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long BEFORE_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

    private final Billing billing;
    private final List<Customer> customers;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<Integer, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicLong slowestMillis = new AtomicLong();
    private volatile boolean stopping;

    private Reporters(Billing billing, List<Customer> customers) {
        this.billing = billing;
        this.customers = customers;
    }

    /** Begin at once, for customers who have bought credits. */
    static Reporters start(Billing billing) {
        assertEquals(201, billing.post("prices", """
                {"sku":"%s","product":"API_REQUEST","unit":"token","unitPrice":"0.00000018","effectiveFrom":"%s"}\
                """.formatted(SKU, now())).status());
        List<Customer> customers =
                IntStream.range(0, CUSTOMERS).mapToObj(i -> buyer(billing)).toList();
        Reporters reporters = new Reporters(billing, customers);
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            reporters.threads.execute(() -> reporters.report(client));
        }
        return reporters;
    }

    private static Customer buyer(Billing billing) {
        Customer customer = billing.newAccount("Ada");
        assertEquals(201, customer.addsCard("pm_card_visa").status());
        assertEquals("SUCCEEDED", customer.addsCredits("100.00").purchase().getString("status"));
        return customer;
    }

    private void report(int client) {
        for (int i = 0; !stopping; i++) {
            String batch = client + "-" + i;
            String body = body(batch);
            while (!isAcknowledged(body)) {
                LockSupport.parkNanos(BEFORE_AGAIN);
            }
            IntStream.range(0, EVENTS).forEach(event -> acknowledged.add(batch + "-" + event));
            batches.incrementAndGet();
        }
    }

    private String body(String batch) {
        return IntStream.range(0, EVENTS)
                .mapToObj(event -> """
                        {"id":"%s-%d","account":"%s","sku":"%s","quantity":"1234","time":"%s"}\
                        """.formatted(
                                batch, event, customers.get(event % CUSTOMERS).id(), SKU, now()))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    private boolean isAcknowledged(String body) {
        long start = System.nanoTime();
        try {
            Answer answer = billing.post("usage-events", body);
            if (answer.status() != 200) {
                refusals.computeIfAbsent(answer.status(), status -> new AtomicInteger())
                        .incrementAndGet();
            }
            return answer.status() == 200;
        } catch (UncheckedIOException cut) {
            return false;
        } finally {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            slowestMillis.accumulateAndGet(millis, Math::max);
        }
    }

    /** How many batches have been acknowledged. */
    int batches() {
        return batches.get();
    }

    /** Waits until so many more batches are acknowledged, and says how long that took. */
    Duration awaitMore(int more) {
        long start = System.nanoTime();
        int before = batches();
        while (batches() < before + more) {
            assertTrue(System.nanoTime() - start < PATIENCE.toNanos(), "Nothing is acknowledged; refused: " + refusals);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The statuses of answers that were no acknowledgement. */
    Set<Integer> refusals() {
        return Set.copyOf(refusals.keySet());
    }

    /** The longest that anybody has waited for an answer of any kind. */
    Duration slowest() {
        return Duration.ofMillis(slowestMillis.get());
    }

    List<Customer> customers() {
        return customers;
    }

    /** Lets everybody finish what was begun; gives the ids of all events, each of which is acknowledged now. */
    Set<String> finish() {
        stopping = true;
        threads.shutdown();
        try {
            assertTrue(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS), "Somebody waits for ever");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return acknowledged;
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
