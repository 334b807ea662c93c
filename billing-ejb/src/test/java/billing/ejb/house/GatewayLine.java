package billing.ejb.house;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The line between the product and its gateway: it passes everything on, and sees each call. */
public final class GatewayLine implements AutoCloseable {
    /** One call, and how many database connections the product held while it was under way. */
    public record Call(String method, String path, @Nullable String key, AtomicLong connections) {
        boolean isCharge() {
            return method.equals("POST") && path.equals("/v1/payment_intents");
        }
    }

    private static final List<String> PASSED_ON =
            List.of("Authorization", "Content-Type", "Idempotency-Key", "Stripe-Version");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final URI gateway;
    private final LongSupplier connections;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    GatewayLine(URI gateway, LongSupplier connections) {
        this.gateway = gateway;
        this.connections = connections;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads("line"));
        server.createContext("/", this::pass);
        server.start();
    }

    static ExecutorService threads(String name) {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, HouseThreads.PREFIX + name + THREADS.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (cut) {
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            Call call = call(exchange);
            calls.add(call);
            HttpResponse<byte[]> answer = ask(exchange, body);
            call.connections().accumulateAndGet(connections.getAsLong(), Math::max);
            answer(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(exchange.getRequestURI()))
                .timeout(PATIENCE)
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        Headers headers = exchange.getRequestHeaders();
        PASSED_ON.stream().filter(headers::containsKey).forEach(name -> request.header(name, headers.getFirst(name)));
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private Call call(HttpExchange exchange) {
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                new AtomicLong(connections.getAsLong()));
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers()
                .firstValue("Request-Id")
                .ifPresent(id -> exchange.getResponseHeaders().set("Request-Id", id));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    /** All calls so far. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The calls that charged, or asked to, under this key. */
    public List<Call> charges(String key) {
        return calls.stream()
                .filter(Call::isCharge)
                .filter(c -> key.equals(c.key()))
                .toList();
    }

    /** From now on nobody gets through. */
    public void cut() {
        cut = true;
    }

    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
