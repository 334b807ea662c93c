package billing.ejb.purchase;

import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Dispute;

/**
 * A dispute was opened or decided, told in the transaction that takes note of it, before the books do: whoever must not act on
 * a balance that gets low by it hears of it first.
 */
public record DisputeChanged(Dispute dispute, CreditPurchase purchase) {}
