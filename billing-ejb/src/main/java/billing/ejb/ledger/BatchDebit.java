package billing.ejb.ledger;

import billing.domain.money.Money;

/**
 * What a usage batch costs one account.
 *
 * @param amount zero or more; zero makes no entry
 * @param released what the account holds less, because it was used now
 */
public record BatchDebit(OpenBooks books, Money amount, Money released) {}
