package billing.ejb.payment;

import billing.domain.payment.DeclineCode;
import billing.domain.payment.PaymentMethod;

/** What became of adding a payment method. */
public sealed interface AddMethodResult {
    /** It is on file. */
    record Added(PaymentMethod method) implements AddMethodResult {}

    /** The bank, the gateway or we refused the card. */
    record Declined(DeclineCode code) implements AddMethodResult {}

    /** Nothing was tried. */
    record Refused(MethodRefusal reason) implements AddMethodResult {}
}
