package billing.domain.payment;

import billing.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** A notice that the gateway sent by itself, its signature proven. {@link #id} is the gateway's id of the event. */
public sealed interface GatewayNotice {
    String id();

    /**
     * A payment changed.
     *
     * @param purchaseId from the payment's metadata; null if it is not ours
     * @param received what the gateway has received of it
     */
    record PaymentChanged(
            String id,
            @Nullable String purchaseId,
            String customerRef,
            Money received,
            String currency,
            PaymentOutcome outcome)
            implements GatewayNotice {}

    /** A hosted page for a payment method was finished. */
    record SetupCompleted(String id, String setupId, String customerRef) implements GatewayNotice {}

    /** A refund changed; {@code refundId} is ours, from its metadata, null if somebody else made it. */
    record RefundChanged(String id, @Nullable String refundId) implements GatewayNotice {}

    /** A dispute was opened, changed or closed; {@code disputeRef} is the gateway's. */
    record DisputeChanged(String id, String disputeRef) implements GatewayNotice {}

    /** Any other event: acknowledged and left alone. */
    record Other(String id, String type) implements GatewayNotice {}
}
