package billing.domain.payment;

import billing.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as the gateway has it now.
 *
 * @param purchaseId from the payment's metadata; null if it is not ours
 * @param payment what has become of the payment that is disputed, which may be news, too
 * @param amount what the bank asks back
 * @param reason the gateway's word for it
 */
public record GatewayDispute(
        String ref,
        @Nullable String purchaseId,
        PaymentOutcome payment,
        DisputeStatus status,
        Money amount,
        String reason,
        Instant openedAt) {}
