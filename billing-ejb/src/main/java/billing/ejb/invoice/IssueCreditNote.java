package billing.ejb.invoice;

import billing.domain.money.Money;

/**
 * Something is to be taken back that an invoice asked for.
 *
 * @param id the same for the same request
 */
public record IssueCreditNote(String id, String invoice, Money amount, String reason, String actor) {}
