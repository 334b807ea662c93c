package billing.ejb.purchase;

import billing.domain.money.Money;

/**
 * Unspent credits of a purchase to be paid back.
 *
 * @param refundId minted by the caller: the same id is the same refund
 */
public record RefundCredits(String purchaseId, String refundId, Money amount, String reason, String actor) {}
