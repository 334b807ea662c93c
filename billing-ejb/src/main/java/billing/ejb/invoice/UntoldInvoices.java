package billing.ejb.invoice;

import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Tells of invoices that were issued. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UntoldInvoices implements DueWork {
    private static final int CHUNK = 100;

    @Inject
    InvoiceRepository invoices;

    @Inject
    TellingSteps steps;

    @Inject
    MonthLease monthEnd;

    /** Mails wait while a month's end is under way: it comes first. */
    @Override
    public Optional<Instant> nextDue() {
        return invoices.untold(1).stream()
                .findFirst()
                .filter(invoice -> !monthEnd.isHeld())
                .map(invoice -> Instant.EPOCH);
    }

    @Override
    public void runDue(Instant now) {
        while (steps.tell(CHUNK) == CHUNK) {
            continue;
        }
    }
}
