package billing.ejb.purchase;

import billing.domain.payment.GatewayUnavailableException;
import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Disputes that are undecided, or that nobody told of: each day the gateway is asked. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UndecidedDisputes implements DueWork {
    private static final Logger LOG = System.getLogger(UndecidedDisputes.class.getName());
    private static final int AT_ONCE = 50;

    @Inject
    DisputeRepository disputes;

    @Inject
    DisputeService service;

    @Inject
    DisputeSteps steps;

    @Override
    public Optional<Instant> nextDue() {
        return disputes.nextCheck();
    }

    @Override
    public void runDue(Instant now) {
        disputes.due(now, AT_ONCE).forEach(this::check);
        search();
    }

    /** One that can't be checked must not stop the others. */
    private void check(String id) {
        try {
            service.check(id);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0306 dispute " + id + " could not be checked", e);
            steps.postpone(id);
        }
    }

    /** Its claim is for an hour, so a search that fails is due again then. */
    private void search() {
        try {
            service.search();
        } catch (GatewayUnavailableException | RuntimeException e) {
            LOG.log(Level.WARNING, "BILL-0307 disputes could not be looked for", e);
        }
    }
}
