package billing.ejb.payment;

import billing.domain.id.AccountId;

/**
 * What is known of the payments that a method makes. An interface with one implementation, because that one lives in a room
 * above this one and its answer is needed in the middle of a transaction, which an event can't give.
 */
public interface OpenPayments {
    /** Whether the outcome of a payment by this method is open, be it for credits or for an invoice. */
    boolean useMethod(AccountId account, String methodId);
}
