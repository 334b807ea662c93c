package billing.ejb.invoice;

import billing.domain.purchase.CreditPurchase;

/** What became of the wish to pay an invoice. */
public sealed interface PayResult {
    /** There is a payment, in whatever state: perhaps one that was under way already. */
    record Accepted(CreditPurchase payment) implements PayResult {}

    record Refused(PayRefusal reason) implements PayResult {}
}
