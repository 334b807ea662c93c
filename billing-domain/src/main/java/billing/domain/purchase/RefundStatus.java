package billing.domain.purchase;

/** The life of a refund. */
public enum RefundStatus {
    /** The credits are gone, the money is not back yet. */
    PENDING,
    SUCCEEDED,
    /** The gateway could not pay it back; the credits are back. */
    FAILED
}
