package billing.domain.account;

import billing.domain.id.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param actor the opaque id that the ledger writes down: a member's or a key's
 * @param onlyAccount the only account that the caller may see; null for the platform
 */
public record Caller(String actor, @Nullable AccountId onlyAccount) {
    public boolean isPlatform() {
        return onlyAccount == null;
    }

    /** Whether the caller may act on this account; one that may not must not learn that it exists. */
    public boolean mayActOn(AccountId account) {
        return onlyAccount == null || onlyAccount.equals(account);
    }

    /** Whose idempotency keys these are: the account's or the platform's. */
    public String scope() {
        return Optional.ofNullable(onlyAccount).map(AccountId::toString).orElse("platform");
    }
}
