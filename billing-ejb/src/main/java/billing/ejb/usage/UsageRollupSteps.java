package billing.ejb.usage;

import billing.domain.id.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Rolls an account's usage up, a piece in each transaction. An account's batches are committed in the order of their numbers,
 * so whatever is seen of them has no gap.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class UsageRollupSteps {
    private static final int EVENTS = 20_000;
    private static final int ACCOUNTS = 1_000;

    @Inject
    UsageRollupRepository usage;

    /**
     * Rolls the next batches up, about 20,000 events.
     *
     * @return whether there was anything to do
     */
    public boolean rollUp(AccountId account) {
        long rolled = usage.lock(account);
        Optional<Long> end = usage.end(account, rolled, EVENTS);
        end.ifPresent(last -> usage.add(account, rolled, last));
        return end.isPresent();
    }

    /** Accounts that are behind, at most 1,000. */
    public List<AccountId> behind() {
        return usage.behind(ACCOUNTS);
    }
}
