package billing.ejb.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Whether the platform's own services are asking something of this node. They wait for their answers; what has a whole night
 * steps aside for them.
 */
@ApplicationScoped
public class Traffic {
    private static final long SILENCE = Duration.ofMillis(200).toNanos();
    /** As often as this is enough: all processors write to it. */
    private static final long STEP = Duration.ofMillis(10).toNanos();

    private volatile long last = System.nanoTime() - SILENCE;

    /** Somebody asks. */
    public void met() {
        long now = System.nanoTime();
        if (now - last > STEP) {
            last = now;
        }
    }

    /** Whether somebody has asked just now. */
    public boolean isBusy() {
        return System.nanoTime() - last < SILENCE;
    }
}
