package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.CreditGrant;
import java.time.Instant;
import java.util.List;

/** One account's books, locked until the transaction ends, as they are written by a batch. */
public final class OpenBooks {
    private final BalanceRow row;
    private final List<CreditGrant> grants;
    private final Instant recordedAt;

    OpenBooks(BalanceRow row, List<CreditGrant> grants, Instant recordedAt) {
        this.row = row;
        this.grants = grants;
        this.recordedAt = recordedAt;
    }

    public AccountId account() {
        return row.account();
    }

    /** The number that the account's next usage batch gets. */
    public long nextBatch() {
        return row.batches() + 1;
    }

    /** When what is written now is recorded: in the month that the books are in, whatever a clock says. */
    public Instant recordedAt() {
        return recordedAt;
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
