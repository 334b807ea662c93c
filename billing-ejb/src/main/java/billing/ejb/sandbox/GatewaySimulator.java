package billing.ejb.sandbox;

import billing.domain.money.Money;
import com.stripe.Stripe;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that speaks Stripe's protocol: its API and its hosted pages on one loopback port, its signed notices, and
 * the levers that make it misbehave. It needs the {@code sandbox_…} tables and nothing of the server around it.
 */
public final class GatewaySimulator {
    private final SimulatorSettings settings;
    private final ThreadFactory threads;
    private final SandboxDatabase database;
    private final Courier courier;
    private final Settlement settlement;
    private final ApiFront api;
    private final HostedPages pages;
    private volatile @Nullable SimulatorServer server;
    private volatile String address = "";

    /**
     * @param dataSource gives connections that belong to no transaction when asked from a thread of {@code threads}
     * @param clock what the gateway takes for now
     */
    public GatewaySimulator(
            DataSource dataSource, InstantSource clock, SimulatorSettings settings, ThreadFactory threads) {
        this.settings = settings;
        this.threads = threads;
        this.database = new SandboxDatabase(dataSource, clock, settings.notifyUrl() != null);
        this.courier = new Courier(database, settings.webhookSecret(), settings.notifyUrl());
        this.settlement = new Settlement(database);
        this.api = new ApiFront(database, routes(), settings.secretKey());
        this.pages = new HostedPages(database);
        database.afterCommit(courier::committed);
    }

    private static Router routes() {
        Router router = new Router();
        CustomersApi.addTo(router);
        PaymentMethodsApi.addTo(router);
        CheckoutSessionsApi.addTo(router);
        SetupIntentsApi.addTo(router);
        PaymentIntentsApi.addTo(router);
        ChargesApi.addTo(router);
        RefundsApi.addTo(router);
        DisputesApi.addTo(router);
        EventsApi.addTo(router);
        return router;
    }

    /** Opens the port and begins to deliver notices. The tables must be there. */
    public synchronized void start() throws IOException {
        SimulatorServer started = new SimulatorServer(ports(), threads);
        server = started;
        address = "http://127.0.0.1:" + started.port();
        started.add("/v1/", this::answerApi);
        started.add("/", (exchange, body) -> pages.answer(exchange, body, origin(Ids.random("req_", 14))));
        started.start();
        database.in(origin(null), tx -> {
            tx.ports().remember(started.port());
            return tx;
        });
        courier.start(threads);
    }

    private List<Integer> ports() {
        if (settings.port() != 0) {
            return List.of(settings.port());
        }
        List<Integer> known = database.in(origin(null), tx -> tx.ports().known());
        return Stream.concat(known.stream(), Stream.of(0)).toList();
    }

    /** Closes the port, leaves whoever waits without an answer, and ends the threads. */
    public synchronized void stop() throws InterruptedException {
        SimulatorServer stopping = server;
        if (stopping != null) {
            stopping.stop();
            server = null;
        }
        courier.stop();
    }

    /** Where the API and the hosted pages are, without a slash at the end; known once it has started. */
    public URI address() {
        return URI.create(address);
    }

    /** When something of the gateway's own accord will happen next, such as a bank debit that settles. */
    public Optional<Instant> nextDue() {
        return settlement.nextDue(origin(null));
    }

    /** Lets everything happen that is due at this moment. Safe to repeat, and on several nodes at once. */
    public void runDue(Instant now) {
        settlement.runDue(now, origin(null));
    }

    /**
     * Makes the next charges, or their notices, go wrong.
     *
     * @param customer only those of this gateway customer; null for anybody's
     */
    public void script(FaultKind kind, int times, @Nullable String customer) {
        database.in(origin(null), tx -> {
            tx.faults().script(kind, times, customer);
            return kind;
        });
    }

    /** What the gateway has really seen: every attempt to take money, newest first. */
    public List<GatewayCharge> charges(@Nullable String customer) {
        return charges(customer, null, Integer.MAX_VALUE);
    }

    /**
     * A page of what the gateway has seen, newest first.
     *
     * @param after the id of the last one of the page before, or null
     */
    public List<GatewayCharge> charges(@Nullable String customer, @Nullable String after, int limit) {
        return database.in(origin(null), tx -> tx.attempts().list(customer, after, limit));
    }

    /**
     * The cardholder disputes a charge.
     *
     * @return the dispute's id
     */
    public String openDispute(String charge) {
        return database.in(
                origin(null),
                tx -> new Disputing(tx)
                        .open(tx.documents().needLocked(Kind.CHARGE, charge), "fraudulent", "needs_response")
                        .id());
    }

    /** The cardholder's bank decides. A dispute that has ended stays as it is. */
    public void closeDispute(String dispute, boolean won) {
        byHand(tx -> new Disputing(tx).close(tx.documents().needLocked(Kind.DISPUTE, dispute), won));
    }

    /** A bank acts on a payment, or is told that it can't. */
    public DisputeResult dispute(String payment, DisputeAction action) {
        try {
            Doc dispute = database.in(origin(null), tx -> new Disputing(tx).act(payment, action));
            return new DisputeResult.Done(
                    new SandboxDispute(dispute.id(), dispute.need("status"), Money.ofCents(dispute.number("amount"))));
        } catch (ApiError e) {
            return new DisputeResult.Impossible(Objects.toString(e.getMessage(), "It is not possible."));
        }
    }

    /** A refund that seemed to succeed comes back. */
    public void failRefund(String refund) {
        byHand(tx -> {
            Doc locked = tx.documents().needLocked(Kind.REFUND, refund);
            Doc charge = tx.documents().needLocked(Kind.CHARGE, locked.need("charge"));
            return new Refunding(tx).fail(locked, charge, "expired_or_canceled_card");
        });
    }

    /** For callers of methods, an id that is not there or cannot be used is a wrong argument. */
    private <T> T byHand(SandboxDatabase.Work<T> work) {
        try {
            return database.in(origin(null), work);
        } catch (ApiError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Waits until each notice has been tried at least once; false when that took longer. */
    public boolean awaitNotices(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (settings.notifyUrl() != null
                && database.in(origin(null), tx -> tx.outbox().untried()) > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return true;
    }

    private void answerApi(HttpExchange exchange, String body) {
        String requestId = Ids.random("req_", 14);
        Params params = Params.parse(exchange.getRequestURI().getRawQuery(), body);
        Call call =
                new Call(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), Map.of(), params);
        Answer answer = api.answer(call, exchange.getRequestHeaders(), origin(requestId));
        if (answer.withheld()) {
            hold(exchange);
            return;
        }
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("Request-Id", requestId);
        headers.put("Stripe-Version", Stripe.API_VERSION);
        SimulatorServer.send(exchange, answer.status(), "application/json", answer.body(), headers);
    }

    private Tx.Origin origin(@Nullable String requestId) {
        return new Tx.Origin(requestId, null, address);
    }

    private void hold(HttpExchange exchange) {
        SimulatorServer holding = server;
        if (holding != null) {
            holding.hold(exchange);
        }
    }
}
