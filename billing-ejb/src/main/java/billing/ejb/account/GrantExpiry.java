package billing.ejb.account;

import billing.domain.id.AccountId;
import java.time.Instant;

/**
 * Credits that expire.
 *
 * @param parts how many entries have expired some of them: what a hold covers goes later
 */
record GrantExpiry(String grantId, AccountId account, Instant expiresAt, int parts) {}
