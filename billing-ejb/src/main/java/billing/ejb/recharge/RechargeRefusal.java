package billing.ejb.recharge;

/** Why auto-recharge can't be turned on, or tried again. */
public enum RechargeRefusal {
    NO_SUCH_ACCOUNT,
    ACCOUNT_CLOSED,
    /** An operator has stopped the account. */
    ACCOUNT_SUSPENDED,
    /** The default payment method is no card. */
    CARD_REQUIRED,
    /** A bank asks a payment back and has not decided. */
    DISPUTE_OPEN,
    /** What a lost dispute took after it was spent is not paid yet. */
    DISPUTE_DEBT,
    /** It does not wait for another try. */
    NOTHING_TO_RETRY
}
