package billing.ejb.access;

import billing.domain.money.Money;

/**
 * Work that is done.
 *
 * @param total what it cost in all, zero or more
 * @param request the id of the request: the same id is the same request
 */
public record SettleHold(String holdId, Money total, String request, String actor) {}
