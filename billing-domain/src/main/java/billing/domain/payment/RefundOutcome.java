package billing.domain.payment;

/** What became of a refund. */
public sealed interface RefundOutcome {
    /** The money is on its way back. */
    record Succeeded(String refundRef) implements RefundOutcome {}

    /** The gateway has it and has not finished. */
    record Pending(String refundRef) implements RefundOutcome {}

    /** It did not happen; the credits come back. */
    record Failed(String refundRef, String why) implements RefundOutcome {}

    /** The gateway has no such refund. */
    record Missing() implements RefundOutcome {}

    /** Nobody knows yet. */
    record Unknown(boolean keyUsable) implements RefundOutcome {}
}
