package billing.ejb.purchase;

import billing.domain.id.AccountId;
import billing.domain.money.Money;

/**
 * What invoices know of their payments. An interface with one implementation, because that one lives in a room above this
 * one and its answer is needed in the middle of a payment's transaction, which an event can't give.
 */
public interface InvoiceDebts {
    /** What is still to be paid on an invoice, which is locked until the transaction ends. */
    Money open(AccountId account, String invoiceNumber);
}
