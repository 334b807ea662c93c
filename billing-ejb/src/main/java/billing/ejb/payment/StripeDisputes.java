package billing.ejb.payment;

import billing.domain.money.Money;
import billing.domain.payment.DisputeStatus;
import billing.domain.payment.GatewayDispute;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Stripe's disputes mean. Source: Stripe, "The Dispute object", "How disputes work". */
final class StripeDisputes {
    private StripeDisputes() {}

    /**
     * The dispute, with its payment expanded.
     *
     * @return empty for one of no payment that could be ours, and for one that the card's network settled by itself
     */
    static Optional<GatewayDispute> of(Dispute dispute) {
        PaymentIntent payment = dispute.getPaymentIntentObject();
        DisputeStatus status = status(dispute);
        if (payment == null || status == null) {
            return Optional.empty();
        }
        return Optional.of(new GatewayDispute(
                dispute.getId(),
                payment.getMetadata() == null ? null : payment.getMetadata().get(StripeGateway.PURCHASE),
                StripeOutcomes.of(payment),
                status,
                Money.ofCents(dispute.getAmount()),
                Objects.toString(dispute.getReason(), "general"),
                Instant.ofEpochSecond(dispute.getCreated())));
    }

    private static @Nullable DisputeStatus status(Dispute dispute) {
        return switch (Objects.toString(dispute.getStatus())) {
            case "warning_needs_response", "warning_under_review" -> DisputeStatus.INQUIRY;
            case "needs_response", "under_review" -> DisputeStatus.OPEN;
            case "won", "warning_closed" -> DisputeStatus.WON;
            case "lost" -> DisputeStatus.LOST;
            default -> null;
        };
    }
}
