package billing.ejb.invoice;

import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Unpaid invoices whose time has come: to be charged, or to keep their accounts from spending. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class InvoiceCollection implements DueWork {
    private static final Logger LOG = System.getLogger(InvoiceCollection.class.getName());
    private static final int AT_ONCE = 200;

    @Inject
    CollectionRepository invoices;

    @Inject
    CollectionSteps steps;

    @Override
    public Optional<Instant> nextDue() {
        return invoices.nextStep();
    }

    @Override
    public void runDue(Instant now) {
        invoices.due(now, AT_ONCE).forEach(this::step);
    }

    /** One that fails must not keep the others from theirs. */
    private void step(String number) {
        try {
            steps.step(number);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0907 the collection of invoice " + number + " failed", e);
            steps.postpone(number);
        }
    }
}
