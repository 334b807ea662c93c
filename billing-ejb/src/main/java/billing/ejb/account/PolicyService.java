package billing.ejb.account;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Announces changes of policy to everybody, in good time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class PolicyService {
    /** How long before it applies a change is announced. */
    public static final Duration AHEAD = Duration.ofDays(30);

    /** Telling a million accounts takes a while, and the last one has its 30 days, too. */
    private static final Duration TELLING = Duration.ofHours(12);

    @Inject
    PolicyRepository policies;

    @Inject
    PolicySteps steps;

    @Inject
    InstantSource clock;

    /** The earliest time from which a change that is announced now may apply. */
    public Instant earliest() {
        return clock.instant().plus(AHEAD).plus(TELLING);
    }

    /** Announces a change, once for each id. All who have an account now get a mail. */
    public PolicyResult announce(NewPolicy policy) {
        Optional<PolicyChange> known = find(policy.id());
        if (known.isPresent()) {
            return new PolicyResult.Announced(known.get());
        }
        Instant earliest = earliest();
        if (policy.effectiveAt().isBefore(earliest)) {
            return new PolicyResult.TooSoon(earliest);
        }
        open(policy);
        return new PolicyResult.Announced(find(policy.id()).orElseThrow());
    }

    /** Two with the same id at once: one of them loses at the primary key. */
    private void open(NewPolicy policy) {
        try {
            steps.announce(policy);
        } catch (EJBException e) {
            if (find(policy.id()).isEmpty()) {
                throw e;
            }
        }
    }

    /** How many accounts would be told now. */
    public long reach() {
        return policies.reach(clock.instant());
    }

    public Optional<PolicyChange> find(String id) {
        return policies.find(id);
    }

    /** What was announced last, newest first. */
    public List<PolicyChange> newest(int limit) {
        return policies.newest(limit);
    }
}
