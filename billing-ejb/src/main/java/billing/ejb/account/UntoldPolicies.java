package billing.ejb.account;

import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Changes of policy of which not everybody knows yet. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UntoldPolicies implements DueWork {
    private static final Logger LOG = System.getLogger(UntoldPolicies.class.getName());
    /** Then other work has its turn. */
    private static final int CHUNKS = 20;

    @Inject
    PolicyRepository policies;

    @Inject
    PolicySteps steps;

    @Override
    public Optional<Instant> nextDue() {
        return policies.nextDue();
    }

    @Override
    public void runDue(Instant now) {
        policies.due(now).forEach(this::tell);
    }

    /** One that fails must not keep the others from theirs. */
    private void tell(String id) {
        try {
            for (int chunk = 0; chunk < CHUNKS; chunk++) {
                if (!steps.tellSome(id)) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            steps.postpone(id);
            LOG.log(Level.ERROR, "BILL-0205 the change of policy " + id + " could not be told", e);
        }
    }
}
