package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.usage.RatedEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the room above does with usage in the very transaction that records it, with the accounts' balance rows locked:
 * holds shrink and budgets count.
 */
public interface UsageEffect {
    /**
     * Which of these ids are holds of the very accounts that name them; an event that names any other is rejected.
     *
     * @param named what each account names; another account may name the same, and not have it
     */
    Map<AccountId, Set<String>> knownHolds(Map<AccountId, Set<String>> named);

    /**
     * Takes what events with a hold cost out of their holds.
     *
     * @return how much less each account holds now; the caller writes it to the balance row
     */
    Map<AccountId, Money> shrinkHolds(Collection<RatedEvent> events);

    /** Counts events of accounts that have budgets; an amount is negative where a charge was corrected. */
    void countBudgets(List<RatedEvent> events);
}
