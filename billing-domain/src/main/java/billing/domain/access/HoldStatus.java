package billing.domain.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life of a hold.
 *
 * <pre>
 * OPEN ─┬─► SETTLED ◄─ ─ ─ (a late settle corrects) ─ ─ ─┐
 *       ├─► EXPIRED ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ┘
 *       └─► RELEASED
 * </pre>
 */
public enum HoldStatus {
    /** Its rest is held. */
    OPEN,
    /** The total cost was stated and charged. */
    SETTLED,
    /** Given back by the platform. */
    RELEASED,
    /** Nobody ended it in time. */
    EXPIRED;

    private Set<HoldStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(SETTLED, RELEASED, EXPIRED);
            case EXPIRED -> EnumSet.of(SETTLED);
            case SETTLED, RELEASED -> EnumSet.noneOf(HoldStatus.class);
        };
    }

    public boolean mayBecome(HoldStatus other) {
        return next().contains(other);
    }
}
