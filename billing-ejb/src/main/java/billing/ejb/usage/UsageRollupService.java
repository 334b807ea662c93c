package billing.ejb.usage;

import billing.domain.id.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Sums an account's usage up at once, for those who need its days now. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class UsageRollupService {
    @Inject
    UsageRollupSteps steps;

    /** Rolls up all that was recorded before the call. */
    public void rollUp(AccountId account) {
        boolean more = steps.rollUp(account);
        while (more) {
            more = steps.rollUp(account);
        }
    }
}
