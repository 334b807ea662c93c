package billing.ejb.purchase;

import billing.domain.id.AccountId;
import billing.ejb.payment.OpenPayments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the room of payment methods which of them are needed for a while. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class PaymentsByMethod implements OpenPayments {
    @Inject
    PurchaseRepository purchases;

    @Override
    public boolean useMethod(AccountId account, String methodId) {
        return purchases.hasOpenBy(account, methodId);
    }
}
