package billing.domain.account;

/** Whether an account is in business. */
public enum AccountStatus {
    ACTIVE,
    /** Stopped by an operator: spends and buys nothing until it is resumed. */
    SUSPENDED,
    /** Its owner is deleting it: nothing can be bought any more, refunds are on their way, or the final invoice is to be paid. */
    CLOSING,
    CLOSED
}
