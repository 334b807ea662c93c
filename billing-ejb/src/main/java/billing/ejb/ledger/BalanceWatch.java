package billing.ejb.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * Asks the watchers of a balance. When they want to be asked stands in the balance row, so that a debit compares two numbers,
 * and only what crosses one of them costs more.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class BalanceWatch {
    @Inject
    @Any
    Instance<BalanceWatcher> watchers;

    @Inject
    LedgerRepository ledger;

    /** A balance row was written. Whatever happens to what a closed account leaves is no news to anybody. */
    void saved(BalanceRow row) {
        if (row.isWatched() && !row.closed()) {
            ask(row);
        }
    }

    /** Asks them all. */
    void ask(BalanceRow row) {
        Watch next = watchers.stream()
                .map(watcher -> watcher.look(row.account(), row.balance()))
                .reduce(Watch.NONE, Watch::or);
        if (!next.equals(row.watch())) {
            ledger.saveWatch(row.account(), next);
        }
    }
}
