package billing.ejb.purchase;

import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Refunds whose outcome is open. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UnsettledRefunds implements DueWork {
    private static final Logger LOG = System.getLogger(UnsettledRefunds.class.getName());
    private static final int AT_ONCE = 50;

    @Inject
    PurchaseRepository purchases;

    @Inject
    RefundService service;

    @Inject
    RefundSteps steps;

    @Override
    public Optional<Instant> nextDue() {
        return purchases.nextRefundCheck();
    }

    @Override
    public void runDue(Instant now) {
        purchases.dueRefunds(now, AT_ONCE).forEach(this::check);
    }

    /** One that can't be checked must not stop the others. */
    private void check(String id) {
        try {
            service.check(id);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0303 refund " + id + " could not be checked", e);
            steps.postpone(id);
        }
    }
}
