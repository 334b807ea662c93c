package billing.domain.account;

/** What a member may do. */
public enum Role {
    OWNER,
    ADMIN,
    BILLING,
    DEVELOPER,
    VIEWER;

    /** Buy credits, change payment methods, see invoices. */
    public boolean managesBilling() {
        return this == OWNER || this == ADMIN || this == BILLING;
    }

    /** Create and revoke API keys of the account. */
    public boolean managesKeys() {
        return this == OWNER || this == ADMIN || this == DEVELOPER;
    }

    /** Delete the account. */
    public boolean closesAccount() {
        return this == OWNER;
    }
}
