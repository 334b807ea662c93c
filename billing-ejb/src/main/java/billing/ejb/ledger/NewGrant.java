package billing.ejb.ledger;

import billing.domain.id.Ids;
import billing.domain.ledger.GrantKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lot of credits to be granted.
 *
 * @param expiresAt null if they never do
 * @param reason why they were given, null for purchased ones
 */
public record NewGrant(
        String id,
        GrantKind kind,
        @Nullable Instant expiresAt,
        @Nullable String reason) {
    /** Credits that were bought: they never expire. */
    public static NewGrant purchased() {
        return new NewGrant(Ids.mint(Ids.GRANT), GrantKind.PURCHASED, null, null);
    }

    /** Free credits that never expire. */
    static NewGrant free(String reason) {
        return new NewGrant(Ids.mint(Ids.GRANT), GrantKind.FREE, null, reason);
    }
}
