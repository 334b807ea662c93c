package billing.ejb.ledger;

import billing.domain.ledger.BurnDown;
import billing.domain.ledger.Cause;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch writes into one account's books.
 *
 * @param after the balance row as it is to be
 * @param entry null if the batch cost nothing
 * @param uses what each grant pays
 */
record Posting(BalanceRow after, @Nullable Entry entry, List<BurnDown.Use> uses) {
    /** What a debit makes of the books; usage of a closed account is the house's loss. */
    static Posting of(BatchDebit debit, String actor) {
        BalanceRow row = debit.books().row();
        BalanceRow counted = row.withBatch().withHeld(debit.released().negated());
        if (!debit.amount().isPositive()) {
            return new Posting(counted.touched(), null, List.of());
        }
        EntryKind kind = row.closed() ? EntryKind.LATE_USAGE : EntryKind.USAGE;
        Cause cause = Cause.usageBatch(counted.batches());
        Entry entry = row.nextEntry(new Transfer(
                row.account(), kind, debit.amount(), cause, actor, debit.books().recordedAt()));
        Money taken = kind.takesCredits() ? debit.amount() : Money.ZERO;
        BurnDown burnDown = BurnDown.of(taken, debit.books().grants());
        BalanceRow after = counted.after(entry).withDebt(burnDown.uncovered());
        for (BurnDown.Use use : burnDown.uses()) {
            after = after.with(use.grant().kind(), use.amount().negated());
        }
        return new Posting(after, entry, burnDown.uses());
    }
}
