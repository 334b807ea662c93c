package billing.domain.access;

/** What a budget that is reached does. */
public enum BudgetMode {
    /** It tells. */
    SOFT,
    /** It refuses access, and counts open holds as if they were spent. */
    HARD
}
