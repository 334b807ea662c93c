package billing.domain.ledger;

import billing.domain.money.Money;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A lot of credits and what is left of it.
 *
 * @param cause the purchase or the gift that it came from
 * @param expiresAt null if it never does
 */
public record CreditGrant(
        String id,
        GrantKind kind,
        Money amount,
        Money rest,
        Cause cause,
        Instant grantedAt,
        @Nullable Instant expiresAt) {
    /** Soonest expiry first (none is last), then free before purchased, then oldest. */
    public static final Comparator<CreditGrant> BURN_DOWN_ORDER = Comparator.comparing(CreditGrant::expiry)
            .thenComparing(CreditGrant::kind)
            .thenComparing(CreditGrant::grantedAt)
            .thenComparing(CreditGrant::id);

    private Instant expiry() {
        return expiresAt == null ? Instant.MAX : expiresAt;
    }
}
