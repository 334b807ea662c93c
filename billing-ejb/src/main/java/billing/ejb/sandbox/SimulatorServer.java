package billing.ejb.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP of it: one port on loopback, a bounded pool of threads, and lines that are held without holding a thread.
 */
final class SimulatorServer {
    private static final System.Logger LOG = System.getLogger(SimulatorServer.class.getName());

    static {
        // else each answer on a kept line waits 40 ms for an acknowledgement, because head and body are two packets
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int THREADS = 16;
    private static final int WAITING = 1_000;
    private static final int MOST_BYTES = 1_000_000;
    private static final long MOST_DRAINED = 32_000_000;
    private static final long HELD_SECONDS = 60;

    /** What a part of the server does with a request; it answers it, or holds it. */
    @FunctionalInterface
    interface Part {
        void handle(HttpExchange exchange, String body) throws IOException;
    }

    private final HttpServer server;
    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor later;
    private final Set<HttpExchange> held = ConcurrentHashMap.newKeySet();

    SimulatorServer(List<Integer> preferredPorts, ThreadFactory threads) throws IOException {
        this.server = bind(preferredPorts);
        this.pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), threads);
        this.pool.allowCoreThreadTimeOut(true);
        this.later = new ScheduledThreadPoolExecutor(1, threads);
        this.server.setExecutor(pool);
    }

    /** The first port that is free; the last one asked for must be. */
    private static HttpServer bind(List<Integer> ports) throws IOException {
        IOException last = new IOException("No port to listen on");
        for (int port : ports) {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void add(String path, Part part) {
        server.createContext(path, exchange -> handle(exchange, part));
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop(0);
        later.shutdownNow();
        pool.shutdownNow();
        held.forEach(HttpExchange::close);
    }

    private static void handle(HttpExchange exchange, Part part) {
        try {
            String body = read(exchange);
            part.handle(exchange, body);
        } catch (ApiError e) {
            send(exchange, e.answer().status(), "application/json", e.answer().body(), Map.of());
        } catch (IOException e) {
            exchange.close();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "BILL-0404 the sandbox failed on " + exchange.getRequestMethod(), e);
            Answer answer = ApiError.internal().answer();
            send(exchange, answer.status(), "application/json", answer.body(), Map.of());
        }
    }

    private static String read(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                drain(in);
                throw ApiError.tooLarge();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** A client that is cut off while it still sends sees a broken line, not the answer. */
    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[65_536];
        long left = MOST_DRAINED;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = in.read(buffer);
            left -= read;
        }
    }

    static void send(HttpExchange exchange, int status, String type, String text, Map<String, String> headers) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                OutputStream out = exchange.getResponseBody();
                out.write(bytes);
                out.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The client had gone", e);
        }
    }

    /** Never answers: the line stays open until the client has lost patience, or a minute has passed. */
    void hold(HttpExchange exchange) {
        held.add(exchange);
        var unused = later.schedule(
                () -> {
                    held.remove(exchange);
                    exchange.close();
                },
                HELD_SECONDS,
                TimeUnit.SECONDS);
    }
}
