package billing.ejb.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to take money, as the gateway has really seen it.
 *
 * @param id the charge's id
 * @param amount in cents
 */
public record GatewayCharge(
        String id,
        String paymentIntent,
        @Nullable String customer,
        @Nullable String idempotencyKey,
        long amount,
        Status status,
        Instant createdAt) {

    /** How the attempt stands. One whose bank never approved it is {@code FAILED}. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        PROCESSING,
        REQUIRES_ACTION,
        /** Wholly; one that was refunded in part has still succeeded. */
        REFUNDED
    }
}
