package billing.ejb.account;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.Instant;
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
        String actor) {}
