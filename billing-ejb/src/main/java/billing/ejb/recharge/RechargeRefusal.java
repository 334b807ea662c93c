package billing.ejb.recharge;

/** Why auto-recharge can't be turned on, or tried again. */
public enum RechargeRefusal {
    NO_SUCH_ACCOUNT,
    ACCOUNT_CLOSED,
    /** An operator has stopped the account. */
    ACCOUNT_SUSPENDED,
    /** The default payment method is no card. */
    CARD_REQUIRED,
    /** It does not wait for another try. */
    NOTHING_TO_RETRY
}
