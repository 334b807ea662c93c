package billing.ejb.invoice;

import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.purchase.PurchaseService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Pays invoices by a payment method, whatever the balance is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class InvoicePaymentService {
    @Inject
    PaymentSteps steps;

    @Inject
    PurchaseService purchases;

    /**
     * Pays an invoice now. There is one payment of an invoice at a time: one that is under way is the answer, one that waits
     * for its owner's bank is cancelled before another is made.
     */
    public PayResult pay(PayInvoice command) {
        PaymentSteps.Opened opened = steps.open(command, true);
        String inTheWay = opened.inTheWay();
        if (inTheWay != null) {
            purchases.cancel(inTheWay);
            opened = steps.open(command, false);
        }
        if (opened.isNew() && opened.result() instanceof PayResult.Accepted accepted) {
            return new PayResult.Accepted(purchases.charge(accepted.payment()));
        }
        return opened.result();
    }

    /** The payments of an invoice, newest first. */
    public List<CreditPurchase> payments(String number) {
        return purchases.paymentsOf(number);
    }

    /** The newest payment of an invoice, as the gateway knows it: for an owner who comes back from the bank. */
    public Optional<CreditPurchase> refresh(String number) {
        return newest(number)
                .filter(payment -> payment.status() == PurchaseStatus.ACTION_REQUIRED)
                .flatMap(payment -> purchases.refresh(payment.id()))
                .or(() -> newest(number));
    }

    private Optional<CreditPurchase> newest(String number) {
        return purchases.paymentsOf(number).stream().findFirst();
    }
}
