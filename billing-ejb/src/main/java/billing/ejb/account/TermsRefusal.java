package billing.ejb.account;

/** Why terms can't change. */
public enum TermsRefusal {
    NO_SUCH_ACCOUNT,
    ACCOUNT_CLOSED
}
