package billing.ejb.payment;

import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Cards that expire soon: their accounts are told. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class ExpiringCards implements DueWork {
    private static final int AT_ONCE = 200;

    @Inject
    CardExpirySteps steps;

    @Override
    public Optional<Instant> nextDue() {
        return steps.nextLook();
    }

    @Override
    public void runDue(Instant now) {
        steps.due(now, AT_ONCE).forEach(id -> steps.look(id, now));
    }
}
