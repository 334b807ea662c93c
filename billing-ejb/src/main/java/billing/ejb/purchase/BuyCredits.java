package billing.ejb.purchase;

import billing.domain.id.AccountId;
import billing.domain.money.Money;

/**
 * Credits to be bought with the default payment method.
 *
 * @param purchaseId minted by the caller: the same id is the same purchase, however often it is sent
 * @param actor who buys
 * @param limited whether cards that are declined again and again are no longer charged; the platform knows its buyers itself
 */
public record BuyCredits(AccountId account, String purchaseId, Money amount, String actor, boolean limited) {}
