package billing.ejb.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The time of the product: UTC, to the microsecond, which is what the database keeps. Wall time plus an offset, which is
 * zero but in the sandbox, whose clock can be moved.
 */
@ApplicationScoped
public class Clock implements InstantSource {
    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    /** How far the product's time is ahead of the wall's. */
    public Duration ahead() {
        return offset;
    }

    /** Sets how far the product's time is ahead of the wall's. */
    public void moveTo(Duration ahead) {
        offset = ahead;
    }
}
