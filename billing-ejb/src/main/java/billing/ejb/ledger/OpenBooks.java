package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.CreditGrant;
import java.util.List;

/** One account's books, locked until the transaction ends, as they are written by a batch. */
public final class OpenBooks {
    private final BalanceRow row;
    private final List<CreditGrant> grants;

    OpenBooks(BalanceRow row, List<CreditGrant> grants) {
        this.row = row;
        this.grants = grants;
    }

    public AccountId account() {
        return row.account();
    }

    /** The number that the account's next usage batch gets. */
    public long nextBatch() {
        return row.batches() + 1;
    }

    /** Whether some budget watches this account. */
    public boolean isWatched() {
        return row.budgets() > 0;
    }

    BalanceRow row() {
        return row;
    }

    List<CreditGrant> grants() {
        return grants;
    }
}
