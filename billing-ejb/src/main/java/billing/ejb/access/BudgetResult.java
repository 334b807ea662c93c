package billing.ejb.access;

import billing.domain.access.BudgetState;

/** What became of setting a budget. */
public sealed interface BudgetResult {
    /** The budget, and how it stands. */
    record Accepted(BudgetState state) implements BudgetResult {}

    record NoSuchAccount() implements BudgetResult {}

    record AccountClosed() implements BudgetResult {}

    /** The account has as many as it may have. */
    record TooMany() implements BudgetResult {}
}
