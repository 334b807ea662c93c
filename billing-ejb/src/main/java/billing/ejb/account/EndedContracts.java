package billing.ejb.account;

import billing.domain.id.AccountId;
import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Contracts whose end has come. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class EndedContracts implements DueWork {
    private static final Logger LOG = System.getLogger(EndedContracts.class.getName());
    private static final int AT_ONCE = 200;

    @Inject
    TermsRepository changes;

    @Inject
    TermsSteps steps;

    @Override
    public Optional<Instant> nextDue() {
        return changes.nextEnd();
    }

    @Override
    public void runDue(Instant now) {
        changes.ended(now, AT_ONCE).forEach(this::end);
    }

    /** One that can't end must not keep the others from it. */
    private void end(AccountId account) {
        try {
            steps.end(account);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0206 the contract of " + account + " could not end", e);
        }
    }
}
