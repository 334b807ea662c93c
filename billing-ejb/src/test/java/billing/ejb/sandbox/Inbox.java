package billing.ejb.sandbox;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The other end of the notices: accepts only what Stripe's client takes for genuine. */
final class Inbox implements AutoCloseable {
    static final String SECRET = "whsec_test";

    private final HttpServer server;
    private final InstantSource clock;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    Inbox(InstantSource clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
            int status = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : take(payload, signature);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    private int take(String payload, String signature) {
        try {
            java.time.Clock fixed = java.time.Clock.fixed(clock.instant(), ZoneOffset.UTC);
            events.add(Webhook.constructEvent(payload, signature, SECRET, 300, fixed));
            return 204;
        } catch (SignatureVerificationException e) {
            return 400;
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
    }

    /** Answers 503 to the next few. */
    void refuse(int times) {
        refusals.set(times);
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<String> types() {
        return events.stream().map(Event::getType).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
