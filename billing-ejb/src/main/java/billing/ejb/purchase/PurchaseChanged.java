package billing.ejb.purchase;

import billing.domain.purchase.CreditPurchase;

/** A purchase has got a new status, told in the transaction that gave it. */
public record PurchaseChanged(CreditPurchase purchase) {}
