package billing.ejb.purchase;

import billing.domain.purchase.Refund;
import billing.domain.purchase.Refusal;

/** What became of asking for a refund. */
public sealed interface RefundResult {
    /** There is a refund, in whatever state. */
    record Accepted(Refund refund) implements RefundResult {}

    /** There is none, and nothing moved. */
    record Refused(Refusal reason) implements RefundResult {}
}
