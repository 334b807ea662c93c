package billing.ejb.account;

/** Why a billing contact is not added. */
public enum ContactRefusal {
    NO_SUCH_ACCOUNT,
    ACCOUNT_CLOSED,
    /** The account has as many as it may have. */
    TOO_MANY_CONTACTS,
    /** It is the registered address, or a contact already. */
    CONTACT_EXISTS
}
