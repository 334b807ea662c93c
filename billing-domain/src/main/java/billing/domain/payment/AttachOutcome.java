package billing.domain.payment;

/** What became of adding a payment method at the gateway. */
public sealed interface AttachOutcome {
    /** It belongs to the customer now. */
    record Attached(MethodDetails method) implements AttachOutcome {}

    /** The gateway or the bank refused it. */
    record Refused(DeclineCode code) implements AttachOutcome {}

    /** No such token or page. */
    record NoSuchMethod() implements AttachOutcome {}

    /** The hosted page was not finished yet. */
    record Unfinished() implements AttachOutcome {}

    /** The gateway did not answer; nothing is lost by trying again. */
    record Unavailable() implements AttachOutcome {}
}
