package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.Balance;

/**
 * A room above that acts when a balance gets low, or recovers. It is asked in the very transaction that changes the balance,
 * with the row locked, so whatever it writes happens if and only if the change does, and once.
 */
public interface BalanceWatcher {
    /**
     * Does what this balance asks for.
     *
     * @return when it wants to be asked again; it must not be left by this balance already
     */
    Watch look(AccountId account, Balance balance);
}
