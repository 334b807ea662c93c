package billing.ejb.usage;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** What changes on the desk. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class RejectedEventSteps {
    /** Enough to mend what went wrong in a night, too few to fill a disk. */
    private static final int MOST_KEPT = 10_000;

    @Inject
    RejectedEventRepository desk;

    @Inject
    InstantSource clock;

    public void keep(List<RejectedEvent> events) {
        Instant now = clock.instant();
        for (int from = 0; from < events.size(); from += RejectedEventRepository.CHUNK) {
            int to = Math.min(events.size(), from + RejectedEventRepository.CHUNK);
            desk.add(events.subList(from, to), now);
        }
        desk.keepNewest(MOST_KEPT);
    }

    public void remove(DeskEvent event) {
        desk.remove(event.id());
    }

    /** How many of them waited still. */
    public int dismiss(Collection<Long> ids, String actor) {
        Instant now = clock.instant();
        return (int) ids.stream().filter(id -> desk.dismiss(id, actor, now)).count();
    }

    public void refusedAgain(DeskEvent event, String code, String message) {
        String told = new RejectedEvent("", "", code, message, "").message();
        desk.refusedAgain(event.id(), code, told, clock.instant());
    }
}
