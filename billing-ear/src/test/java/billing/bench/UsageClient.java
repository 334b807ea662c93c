package billing.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports usage in batches of one size, for accounts that it draws by lot. Ids begin with the time. */
final class UsageClient implements Load.Client {

    private static final Pattern DONE = Pattern.compile("\"(?:accepted|duplicates)\":(\\d+)");
    private static final int OK = 200;
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final long WAIT_WHEN_BUSY = TimeUnit.MILLISECONDS.toNanos(5);
    private static final byte[] BEGIN = ascii("{\"events\":[");
    private static final byte[] NEXT = ascii(",");
    private static final byte[] END = ascii("]}");
    private static final byte[] EVENT = ascii("{\"id\":\"");
    private static final byte[] EVENT_END = ascii("\"}");

    private final Request request;
    private final byte[][] middles;
    private final int size;
    private final int repeats;
    private Batch before = Batch.NONE;

    /** What a batch's new events have in common, and whose they are. */
    private record Batch(byte[] id, byte[] time, int[] accounts) {
        static final Batch NONE = new Batch(new byte[0], new byte[0], new int[0]);

        static Batch of(int size, int accounts) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            return new Batch(
                    ascii("req-" + now.toEpochMilli() + "-" + random.nextLong(9_000_000_000_000_000L) + "-"),
                    ascii(now.toString()),
                    random.ints(size, 0, accounts).toArray());
        }
    }

    /** Events that are all new. */
    UsageClient(URI application, List<String> accounts, int size) {
        this(application, accounts, size, 0);
    }

    /** Events of which some were in the batch before already. */
    UsageClient(URI application, List<String> accounts, int size, int repeats) {
        request =
                Request.post(application.resolve("api/v1/usage-events"), "Authorization: Bearer sandbox-platform-key");
        middles = accounts.stream().map(UsageClient::middle).toArray(byte[][]::new);
        this.size = size;
        this.repeats = repeats;
    }

    private static byte[] middle(String account) {
        return ascii("\",\"account\":\"" + account + "\",\"sku\":\"" + Accounts.SKU
                + "\",\"quantity\":\"1234\",\"time\":\"");
    }

    @Override
    public int call(Connection connection) throws IOException {
        write();
        int status = connection.send(request.bytes(), request.length());
        if (BUSY.contains(status)) {
            LockSupport.parkNanos(WAIT_WHEN_BUSY);
            return 0;
        }
        if (status != OK || done(connection.body()) != size) {
            throw new IOException("Answered " + status + ": " + connection.body());
        }
        return size;
    }

    private void write() {
        int old = Math.min(repeats, before.accounts().length);
        Batch batch = Batch.of(size - old, middles.length);
        request.clear().write(BEGIN);
        write(batch, size - old);
        if (old > 0) {
            request.write(NEXT);
            write(before, old);
        }
        request.write(END).finish();
        before = batch;
    }

    private void write(Batch batch, int count) {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                request.write(NEXT);
            }
            request.write(EVENT).write(batch.id()).write(i).write(middles[batch.accounts()[i]]);
            request.write(batch.time()).write(EVENT_END);
        }
    }

    private static int done(String receipt) {
        Matcher count = DONE.matcher(receipt);
        int sum = 0;
        while (count.find()) {
            sum += Integer.parseInt(count.group(1));
        }
        return sum;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
