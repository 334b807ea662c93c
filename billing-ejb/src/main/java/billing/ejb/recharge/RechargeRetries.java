package billing.ejb.recharge;

import billing.domain.id.AccountId;
import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Auto-recharges whose pause is over: after a decline, or because a new month has begun. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class RechargeRetries implements DueWork {
    private static final Logger LOG = System.getLogger(RechargeRetries.class.getName());
    private static final int AT_ONCE = 200;

    @Inject
    RechargeRepository recharges;

    @Inject
    RechargeSteps steps;

    @Override
    public Optional<Instant> nextDue() {
        return recharges.nextTry();
    }

    @Override
    public void runDue(Instant now) {
        recharges.due(now, AT_ONCE).forEach(this::resume);
    }

    /** One that can't go on must not stop the others. */
    private void resume(AccountId account) {
        try {
            steps.resume(account);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0801 auto-recharge of " + account + " could not go on", e);
            steps.postpone(account);
        }
    }
}
