package billing.ejb.ledger;

import billing.domain.ledger.CreditGrant;

/**
 * Free credits that were given.
 *
 * @param actor who gave them
 */
public record Gift(CreditGrant grant, String reason, String actor) {}
