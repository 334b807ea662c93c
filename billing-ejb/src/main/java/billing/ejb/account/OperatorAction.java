package billing.ejb.account;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with the authority of the platform.
 *
 * @param key sorts actions of one moment, and is no other action's
 * @param account null if it is about no account
 * @param actor an operator's id, or a platform key's
 * @param reason empty where none is asked for
 * @param amount null if it is not about money
 * @param detail what the kind says, else empty
 */
public record OperatorAction(
        ActionKind kind,
        Instant at,
        String key,
        @Nullable AccountId account,
        String actor,
        String reason,
        @Nullable Money amount,
        String detail) {}
