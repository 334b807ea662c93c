package billing.ejb.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refused event on the operators' desk.
 *
 * @param replayedAt when it was last tried again, in vain; null if it was not
 * @param dismissal null while it waits
 */
public record DeskEvent(
        long id,
        RejectedEvent event,
        Instant receivedAt,
        @Nullable Instant replayedAt,
        @Nullable Dismissal dismissal) {

    /**
     * That an operator took it off the desk.
     *
     * @param by the operator's id
     */
    public record Dismissal(Instant at, String by) {}
}
