package billing.ejb.house;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where the gateway's notices arrive: what the REST resource is in the product. It keeps them all. */
public final class NoticeDoor implements AutoCloseable {
    /** A notice as it came. */
    public record Notice(String payload, String signature) {}

    /** Who is behind the door. */
    interface Receiver {
        boolean receive(String payload, String signature);
    }

    private final List<Notice> came = new CopyOnWriteArrayList<>();
    private final Receiver receiver;
    private final HttpServer server;

    NoticeDoor(Receiver receiver) {
        this.receiver = receiver;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(GatewayLine.threads("door"));
        server.createContext("/", this::open);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void open(HttpExchange exchange) throws IOException {
        try (exchange) {
            String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
            came.add(new Notice(payload, signature));
            exchange.sendResponseHeaders(answer(payload, signature), -1);
        }
    }

    private int answer(String payload, String signature) {
        try {
            return receiver.receive(payload, signature) ? 204 : 400;
        } catch (RuntimeException e) {
            return 500;
        }
    }

    /** The notices whose text contains this, in the order in which they came. */
    public List<Notice> about(String text) {
        return came.stream().filter(notice -> notice.payload().contains(text)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
