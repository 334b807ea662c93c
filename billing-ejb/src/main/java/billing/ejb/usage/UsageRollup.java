package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rolls usage up some time after it was recorded, so that pages stay fast; what they say does not depend on it. The node that
 * recorded something remembers to do it. What a node forgets when it dies is found at the next start of any node, or within
 * ten minutes by the others.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UsageRollup implements DueWork {
    private static final Logger LOG = System.getLogger(UsageRollup.class.getName());

    /** Long enough that an account that is used all the time costs little, short enough that what is behind stays little. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MANY_EVENTS = 10_000;

    /** In real time, as all that follows: how long to work in one go, and how often to look for what was forgotten. */
    private static final long LONGEST_GO = Duration.ofMillis(250).toNanos();

    private static final long BETWEEN_SEARCHES = Duration.ofMinutes(10).toNanos();

    private final Map<AccountId, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile long searchAt = System.nanoTime();

    /** An account that is behind, and since when its turn is. */
    private record Waiting(Instant due, long events) {
        Waiting and(Waiting more) {
            long all = events + more.events;
            return new Waiting(all < MANY_EVENTS ? due : Instant.EPOCH, all);
        }
    }

    @Inject
    UsageRollupSteps steps;

    @Inject
    InstantSource clock;

    /** Says that an account has events that are not rolled up. Costs next to nothing. */
    public void behind(AccountId account, long events) {
        waiting.merge(account, new Waiting(clock.instant().plus(PATIENCE), events), Waiting::and);
    }

    @Override
    public Optional<Instant> nextDue() {
        return mustSearch()
                ? Optional.of(Instant.EPOCH)
                : waiting.values().stream().map(Waiting::due).min(Comparator.naturalOrder());
    }

    @Override
    public void runDue(Instant now) {
        if (mustSearch()) {
            search(now);
        }
        long end = System.nanoTime() + LONGEST_GO;
        for (AccountId account : due(now)) {
            if (System.nanoTime() - end > 0) {
                return;
            }
            rollUp(account, end);
        }
    }

    private boolean mustSearch() {
        return System.nanoTime() - searchAt >= 0;
    }

    /** Not sooner again if it fails: nothing wrong comes of it. */
    private void search(Instant now) {
        searchAt = System.nanoTime() + BETWEEN_SEARCHES;
        steps.behind().forEach(account -> waiting.putIfAbsent(account, new Waiting(now, 0)));
    }

    private List<AccountId> due(Instant now) {
        return waiting.entrySet().stream()
                .filter(entry -> !entry.getValue().due().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Forgets the account first: what comes meanwhile is remembered anew, and one that fails waits for the next event. */
    private void rollUp(AccountId account, long end) {
        Waiting taken = waiting.remove(account);
        try {
            boolean more = steps.rollUp(account);
            while (more && System.nanoTime() - end < 0) {
                more = steps.rollUp(account);
            }
            if (more && taken != null) {
                waiting.merge(account, taken, Waiting::and);
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "BILL-0620 usage of " + account + " could not be rolled up; pages read it slowly",
                    e);
        }
    }
}
