package billing.ejb.account;

/** What is done with the authority of the platform. */
public enum ActionKind {
    /** Other terms. Detail: their type. */
    TERMS,
    /** Free credits. */
    GRANT,
    /** Detail: the purchase that is paid back. */
    REFUND,
    SUSPENDED,
    RESUMED,
    /** A usage event is off the desk. Reason: the code why it was refused; detail: its id. */
    DISMISSED,
    /** Detail: the SKU. */
    PRICE,
    /** A change of policy is announced. Detail: its title. */
    POLICY,
    /** Something of an invoice is taken back. Detail: the invoice. */
    CREDIT_NOTE,
    /** A month's end is run by hand. Detail: the month. */
    MONTH_END
}
