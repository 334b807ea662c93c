package billing.ejb.purchase;

import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Refusal;

/** What became of buying credits. */
public sealed interface PurchaseResult {
    /** There is a purchase, in whatever state, a failed one too. */
    record Accepted(CreditPurchase purchase) implements PurchaseResult {}

    /** There is none, and nothing was charged. */
    record Refused(Refusal reason) implements PurchaseResult {}
}
