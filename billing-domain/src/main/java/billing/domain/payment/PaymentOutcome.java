package billing.domain.payment;

import java.net.URI;

/** What became of a payment, as far as the gateway has told. */
public sealed interface PaymentOutcome {
    /** The gateway's id of the payment; empty if there is none, or none is known. */
    default String paymentRef() {
        return "";
    }

    /** The money is ours. */
    record Succeeded(String paymentRef) implements PaymentOutcome {}

    /** A bank debit that is under way for days. */
    record Processing(String paymentRef) implements PaymentOutcome {}

    /** The owner has to approve it at the bank, at this address. */
    record ActionRequired(String paymentRef, URI url) implements PaymentOutcome {}

    /** Refused for good: this payment can no longer succeed. {@code paymentRef} is empty if there never was one. */
    record Declined(String paymentRef, DeclineCode code) implements PaymentOutcome {}

    /** Cancelled at the gateway: it can no longer succeed. */
    record Cancelled(String paymentRef) implements PaymentOutcome {}

    /** The gateway has no such payment. */
    record Missing() implements PaymentOutcome {}

    /**
     * Nobody knows yet.
     *
     * @param keyUsable whether asking again under the same key can tell; false once the gateway answered with a stored
     *     error, which it would only repeat
     */
    record Unknown(boolean keyUsable) implements PaymentOutcome {}
}
