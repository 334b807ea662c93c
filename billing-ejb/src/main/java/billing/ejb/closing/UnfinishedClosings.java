package billing.ejb.closing;

import billing.domain.id.AccountId;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.account.AccountService;
import billing.ejb.purchase.PurchaseChanged;
import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Accounts whose deletion has begun and is not done: looked at again every minute, or once what they have to pay is paid. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UnfinishedClosings implements DueWork {
    private static final Logger LOG = System.getLogger(UnfinishedClosings.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    AccountService accounts;

    @Inject
    ClosingService service;

    @Inject
    ClosingSteps steps;

    @Override
    public Optional<Instant> nextDue() {
        return accounts.nextClosing();
    }

    @Override
    public void runDue(Instant now) {
        accounts.takeClosings(now, now.plus(PAUSE)).forEach(this::goOn);
    }

    void changed(@Observes PurchaseChanged change) {
        CreditPurchase payment = change.purchase();
        if (payment.isInvoicePayment() && payment.status().isPaid()) {
            steps.paid(payment.account());
        }
    }

    private void goOn(AccountId account) {
        try {
            service.goOn(account);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "BILL-0501 the deletion of account " + account + " could not go on", e);
        }
    }
}
