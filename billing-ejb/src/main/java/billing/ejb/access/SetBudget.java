package billing.ejb.access;

import billing.domain.access.BudgetMode;
import billing.domain.access.BudgetPeriod;
import billing.domain.access.BudgetScope;
import billing.domain.id.AccountId;
import billing.domain.money.Money;

/**
 * A budget to be made, or changed if the account has one for this scope and period.
 *
 * @param amount zero or more
 */
public record SetBudget(
        AccountId account, BudgetScope scope, BudgetPeriod period, Money amount, BudgetMode mode, String actor) {}
