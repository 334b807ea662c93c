package billing.ejb.purchase;

import billing.ejb.runtime.DueWork;
import billing.ejb.runtime.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Purchases whose outcome is open: what a crash, a time-out or an absent owner left behind. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UnsettledPurchases implements DueWork {
    private static final Logger LOG = System.getLogger(UnsettledPurchases.class.getName());
    private static final int AT_ONCE = 50;

    @Inject
    PurchaseRepository purchases;

    @Inject
    PurchaseService service;

    @Inject
    PurchaseSteps steps;

    @Inject
    Workers workers;

    @Override
    public Optional<Instant> nextDue() {
        return purchases.nextCheck();
    }

    @Override
    public void runDue(Instant now) {
        workers.each(purchases.due(now, AT_ONCE), this::check);
    }

    /** One that can't be checked must not stop the others. */
    private void check(String id) {
        try {
            if (steps.claim(id)) {
                service.check(id);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0302 purchase " + id + " could not be checked", e);
            steps.postpone(id);
        }
    }
}
