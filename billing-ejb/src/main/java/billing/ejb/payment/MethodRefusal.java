package billing.ejb.payment;

/** Why nothing was done to a payment method. The texts are in the bundle, {@code method.<name>}. */
public enum MethodRefusal {
    NO_SUCH_ACCOUNT,
    NO_SUCH_METHOD,
    ACCOUNT_CLOSED,
    LAST_PAYMENT_METHOD,
    DEFAULT_PAYMENT_METHOD,
    /** A payment by this method has no outcome yet. */
    PAYMENT_OPEN,
    /** The gateway's page was left before it was done. */
    NOT_FINISHED,
    TOO_MANY_ATTEMPTS,
    GATEWAY_UNAVAILABLE
}
