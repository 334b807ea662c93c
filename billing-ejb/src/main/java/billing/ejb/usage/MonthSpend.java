package billing.ejb.usage;

import billing.domain.money.Money;

/**
 * What a month's usage entries come to.
 *
 * @param total what was debited in the month, as the ledger has it
 * @param late the part of it that was used before the month began and was reported late
 */
public record MonthSpend(Money total, Money late) {}
