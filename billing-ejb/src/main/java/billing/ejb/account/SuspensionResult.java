package billing.ejb.account;

/** What became of stopping an account, or of letting it go on. */
public enum SuspensionResult {
    DONE,
    /** It was so already. */
    NOTHING_CHANGED,
    NO_SUCH_ACCOUNT,
    ACCOUNT_CLOSED
}
