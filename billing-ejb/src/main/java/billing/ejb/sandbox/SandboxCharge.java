package billing.ejb.sandbox;

import billing.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to take money, as the sandbox's gateway has really seen it.
 *
 * @param status {@code SUCCEEDED}, {@code FAILED}, {@code PROCESSING}, {@code REQUIRES_ACTION} or {@code REFUNDED}
 */
public record SandboxCharge(
        String id, @Nullable String idempotencyKey, Money amount, String status, Instant createdAt) {}
