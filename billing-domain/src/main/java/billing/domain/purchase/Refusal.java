package billing.domain.purchase;

/** Why a purchase or a refund was not even begun; nothing was charged. The texts are in the bundle, {@code refusal.<name>}. */
public enum Refusal {
    AMOUNT_TOO_SMALL,
    AMOUNT_TOO_LARGE,
    AMOUNT_NOT_WHOLE_CENTS,
    NO_PAYMENT_METHOD,
    CARD_NOT_SUPPORTED,
    /** As many cards were declined within an hour as may be tried. */
    TOO_MANY_DECLINES,
    ACCOUNT_CLOSED,
    /** An operator has stopped the account. */
    ACCOUNT_SUSPENDED,
    /** The gateway does not answer; nothing was sent. */
    GATEWAY_UNAVAILABLE,
    /** The same key or form was used for another amount. */
    KEY_REUSED,
    NO_SUCH_ACCOUNT,
    NO_SUCH_PURCHASE,
    /** A refund of a purchase that was never paid. */
    NOT_PAID,
    /** A refund of a payment that its bank asks back, or has got back. */
    DISPUTED,
    /** A refund of more than is unspent. */
    MORE_THAN_UNSPENT,
    /** Paying back without the gateway what the gateway can still pay back. */
    NOT_RETURNED
}
