package billing.ejb.invoice;

import java.time.Duration;

/** Tells how long it is since it was last asked: what many add up that work side by side is the time that it took them all. */
final class Stopwatch {
    private long last = System.nanoTime();

    synchronized Duration lap() {
        long now = System.nanoTime();
        Duration lap = Duration.ofNanos(now - last);
        last = now;
        return lap;
    }
}
