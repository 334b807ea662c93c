package billing.ejb.account;

import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Free credits that expire soon, or have. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class ExpiringCredits implements DueWork {
    private static final Logger LOG = System.getLogger(ExpiringCredits.class.getName());
    private static final int AT_ONCE = 200;

    @Inject
    ExpiryRepository expiries;

    @Inject
    ExpirySteps steps;

    @Override
    public Optional<Instant> nextDue() {
        return expiries.nextCheck();
    }

    @Override
    public void runDue(Instant now) {
        expiries.due(now, AT_ONCE).forEach(this::check);
    }

    /** One that fails must not keep the others from theirs. */
    private void check(GrantExpiry expiry) {
        try {
            steps.check(expiry);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0207 the expiry of grant " + expiry.grantId() + " failed", e);
        }
    }
}
