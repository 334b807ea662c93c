package billing.domain.access;

/** Why an account may or may not spend, in the order in which a reason hides the ones after it. */
public enum AccessReason {
    CLOSED,
    SUSPENDED,
    PAST_DUE,
    NO_PURCHASE_YET,
    BALANCE_EXHAUSTED,
    LIMIT_REACHED,
    BUDGET_REACHED,
    OK
}
