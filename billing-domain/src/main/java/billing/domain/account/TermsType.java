package billing.domain.account;

/** How an account pays. */
public enum TermsType {
    /** Credits first; nothing is ever invoiced. */
    PREPAID,
    /** The older terms: usage below zero is invoiced at the month's end. */
    BUILD,
    /** A signed contract. */
    CONTRACT
}
