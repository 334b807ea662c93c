package billing.ejb.sandbox;

import billing.ejb.sandbox.Outbox.Notice;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Delivers notices from the outbox, signed as docs.stripe.com/webhooks#verify-manually describes, until the receiver
 * answers 2xx: at least once, mostly in order. With several nodes each notice is tried by one of them at a time.
 */
final class Courier {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 15_000;
    static final Duration CLAIM = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_ATTEMPTS = 900;
    private static final long IDLE_MILLIS = 500;

    private final SandboxDatabase database;
    private final String secret;
    private final @Nullable URI target;
    private final Tx.Origin origin = new Tx.Origin(null, null, "");
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    Courier(SandboxDatabase database, String secret, @Nullable URI target) {
        this.database = database;
        this.secret = secret;
        this.target = target;
    }

    void start(ThreadFactory threads) {
        if (target != null) {
            running = true;
            Thread started = threads.newThread(this::run);
            thread = started;
            started.start();
        }
    }

    void stop() throws InterruptedException {
        running = false;
        bell.release();
        Thread stopping = thread;
        if (stopping != null) {
            stopping.join(CONNECT_MILLIS);
        }
    }

    /**
     * Called after each commit: delivers at once what must go first, and wakes the thread for the rest. The thread's own
     * commits don't wake it, or it would never sleep.
     */
    void committed(List<Long> first) {
        for (long id : first) {
            database.in(origin, tx -> tx.outbox().find(id)).ifPresent(this::deliver);
        }
        if (Thread.currentThread() != thread) {
            bell.release();
        }
    }

    private void run() {
        while (running) {
            try {
                if (!deliverNext() && bell.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "BILL-0405 the sandbox could not read its outbox", e);
                pause();
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS));
    }

    private boolean deliverNext() {
        Optional<Notice> next = database.in(origin, tx -> tx.outbox().next(Instant.now()));
        next.ifPresent(this::deliver);
        return next.isPresent();
    }

    private void deliver(Notice notice) {
        boolean mine = database.in(
                origin, tx -> tx.outbox().claim(notice, Instant.now().plus(CLAIM)));
        if (!mine) {
            return;
        }
        boolean done = isDelivered(notice) || notice.attempts() + 1 >= MOST_ATTEMPTS;
        database.in(origin, tx -> {
            if (done) {
                tx.outbox().remove(notice.id());
            } else {
                tx.outbox().retry(notice.id(), Instant.now().plus(pauseAfter(notice.attempts())));
            }
            return done;
        });
    }

    /** Half a second, and twice as long each time. */
    private static Duration pauseAfter(int attempts) {
        Duration pause = Duration.ofMillis(500L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private boolean isDelivered(Notice notice) {
        try {
            int status = post(notice.payload());
            if (status / 100 == 2) {
                return true;
            }
            LOG.log(System.Logger.Level.DEBUG, "Notice {0} was answered with {1}", notice.id(), status);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Notice {0} was not delivered: {1}", notice.id(), e.getMessage());
        }
        return false;
    }

    private int post(String payload) throws IOException {
        URI to = Objects.requireNonNull(target);
        HttpURLConnection connection = (HttpURLConnection) to.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
        connection.setRequestProperty("User-Agent", "Stripe/1.0 (billing sandbox)");
        connection.setRequestProperty("Stripe-Signature", signature(payload));
        try (OutputStream out = connection.getOutputStream()) {
            out.write(payload.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (body != null) {
                body.transferTo(OutputStream.nullOutputStream());
            }
        }
        return status;
    }

    private String signature(String payload) {
        long time = database.now().getEpochSecond();
        return "t=" + time + ",v1=" + Digests.hmacSha256(secret, time + "." + payload);
    }
}
