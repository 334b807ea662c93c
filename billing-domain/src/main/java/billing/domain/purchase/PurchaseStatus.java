package billing.domain.purchase;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life of a credit purchase.
 *
 * <pre>
 * PROCESSING ─┬─► SUCCEEDED ─► PARTIALLY_REFUNDED ─► REFUNDED
 *    ▲  │     │       └──────► DISPUTED
 *    │  ▼     │
 * ACTION_REQUIRED ─► FAILED | EXPIRED ─ ─ (the gateway's success wins) ─ ─► SUCCEEDED
 * </pre>
 */
public enum PurchaseStatus {
    /** Sent to the gateway, or about to be; the outcome is not known. */
    PROCESSING,
    /** The owner has to approve it at the bank. */
    ACTION_REQUIRED,
    SUCCEEDED,
    FAILED,
    /** Not approved in time, and cancelled at the gateway. */
    EXPIRED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    DISPUTED;

    private Set<PurchaseStatus> next() {
        return switch (this) {
            case PROCESSING -> EnumSet.of(ACTION_REQUIRED, SUCCEEDED, FAILED, EXPIRED);
            case ACTION_REQUIRED -> EnumSet.of(PROCESSING, SUCCEEDED, FAILED, EXPIRED);
            case FAILED, EXPIRED -> EnumSet.of(SUCCEEDED);
            case SUCCEEDED, PARTIALLY_REFUNDED -> EnumSet.of(PARTIALLY_REFUNDED, REFUNDED, DISPUTED, SUCCEEDED);
            case REFUNDED -> EnumSet.of(PARTIALLY_REFUNDED, SUCCEEDED, DISPUTED);
            case DISPUTED -> EnumSet.of(SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED);
        };
    }

    public boolean mayBecome(PurchaseStatus other) {
        return next().contains(other);
    }

    /** Whether its outcome is still open. */
    public boolean isOpen() {
        return this == PROCESSING || this == ACTION_REQUIRED;
    }

    /** Whether its credits were granted. */
    public boolean isPaid() {
        return this == SUCCEEDED || this == PARTIALLY_REFUNDED || this == REFUNDED || this == DISPUTED;
    }
}
