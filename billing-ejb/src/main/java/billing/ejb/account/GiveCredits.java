package billing.ejb.account;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Free credits for an account.
 *
 * @param grantId minted by the caller: the same id is the same gift
 * @param expiresAt null if they never do
 * @param reason why, for the audit
 */
public record GiveCredits(
        AccountId account,
        String grantId,
        Money amount,
        @Nullable Instant expiresAt,
        String reason,
        String actor) {
    /** To the microsecond, which is what the database keeps: else a repeated command would look like another one. */
    public GiveCredits {
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
    }
}
