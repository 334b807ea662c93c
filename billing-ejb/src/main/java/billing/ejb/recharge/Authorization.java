package billing.ejb.recharge;

import billing.domain.purchase.CreditPurchase;

/**
 * What the holder of a mailed link may know.
 *
 * @param accountName whose payment it is
 * @param purchase the payment as it is now
 * @param used whether the link has led to the bank already
 */
public record Authorization(String accountName, CreditPurchase purchase, boolean used) {}
