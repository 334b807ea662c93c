package billing.ejb.purchase;

import billing.domain.account.BillingAccount;
import billing.domain.money.Money;
import billing.domain.payment.PaymentMethod;

/**
 * A payment of an invoice to be made.
 *
 * @param id minted by who asks
 * @param offSession whether the owner is not there; then whoever runs due work charges it
 */
public record InvoicePayment(
        String id,
        BillingAccount account,
        String invoiceNumber,
        Money amount,
        PaymentMethod method,
        String actor,
        boolean offSession) {}
