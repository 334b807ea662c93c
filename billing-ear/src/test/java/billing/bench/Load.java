package billing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/** Clients that call the product for a while, each on a thread and a connection of its own. */
final class Load {

    /** One client: makes a call and says how many units of work the product did for it, none if it was too busy. */
    @FunctionalInterface
    interface Client {
        int call(Connection connection) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param units of work that were done, by all clients together
     * @param refused calls that were turned away
     * @param latencies of all calls, in microseconds
     */
    record Result(long units, long refused, double seconds, Histogram latencies) {

        double perSecond() {
            return units / seconds;
        }

        double millisAt(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(2);
    private static final long NO_PAUSE = 0;
    private static final double LONGEST_SECONDS = 3600;

    private final URI server;
    private final int clients;
    private final IntFunction<Client> made;

    Load(URI server, int clients, IntFunction<Client> made) {
        this.server = server;
        this.clients = clients;
        this.made = made;
    }

    /** Each client calls again as soon as it is answered. */
    Result asFastAsItGoes(double seconds) {
        return run(seconds, NO_PAUSE, Long.MAX_VALUE);
    }

    /** The same, for so many calls of each client. */
    Result exactly(long calls) {
        return run(LONGEST_SECONDS, NO_PAUSE, calls);
    }

    /**
     * So many calls a second by all clients together, at fixed times: a late answer makes the next call late, and that
     * counts as its latency, because a user would have waited too.
     */
    Result at(double callsPerSecond, double seconds) {
        return run(seconds, (long) (clients * 1e9 / callsPerSecond), Long.MAX_VALUE);
    }

    private Result run(double seconds, long pause, long most) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Callable<Result>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Client client = made.apply(i);
                long first = start + pause * i / clients;
                all.add(() -> calls(client, first, end, pause, most));
            }
            return together(threads.invokeAll(all), seconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            threads.shutdownNow();
        }
    }

    private Result calls(Client client, long first, long end, long pause, long most) {
        Histogram latencies = new Histogram(HIGHEST_MICROS, 3);
        long units = 0;
        long refused = 0;
        try (Connection connection = new Connection(server)) {
            long due = first;
            for (long made = 0; made < most && due < end; made++) {
                sleepUntil(due);
                long start = pause == NO_PAUSE ? System.nanoTime() : due;
                int done = client.call(connection);
                long now = System.nanoTime();
                latencies.recordValue(Math.min((now - start) / 1000, HIGHEST_MICROS));
                units += now <= end ? done : 0;
                refused += done == 0 ? 1 : 0;
                due = pause == NO_PAUSE ? now : due + pause;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Result(units, refused, 0, latencies);
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Result together(List<Future<Result>> parts, double seconds) throws InterruptedException {
        Histogram latencies = new Histogram(HIGHEST_MICROS, 3);
        long units = 0;
        long refused = 0;
        for (Future<Result> part : parts) {
            Result one = get(part);
            latencies.add(one.latencies());
            units += one.units();
            refused += one.refused();
        }
        return new Result(units, refused, seconds, latencies);
    }

    private static Result get(Future<Result> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client failed", failed.getCause());
        }
    }
}
