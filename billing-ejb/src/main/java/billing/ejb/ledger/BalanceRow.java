package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.ledger.Balance;
import billing.domain.ledger.Entry;
import billing.domain.ledger.GrantKind;
import billing.domain.ledger.HashChain;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;

/**
 * The hot row: the balance, and the head of the account's chain.
 *
 * @param purchases completed purchases that were not taken back
 * @param seq the newest entry's place in the chain, 0 if there is none
 * @param head the newest entry's hash
 * @param batches the number of the newest usage batch, 0 if there is none
 * @param budgets how many budgets watch the account
 * @param closed whether usage that is still reported is written off
 * @param watch when somebody wants to be asked
 * @param owed what is owed or kept apart from the credits
 * @param month which month the books are in, and what its end will put on an invoice
 */
record BalanceRow(
        AccountId account,
        Balance balance,
        int purchases,
        long seq,
        String head,
        long batches,
        int budgets,
        boolean closed,
        Watch watch,
        Owed owed,
        OpenMonth month) {
    /** The entry that a transfer becomes at the end of this chain; it is never outside of the month that the books are in. */
    Entry nextEntry(Transfer transfer) {
        Entry unsealed = new Entry(
                account,
                seq + 1,
                Ids.mint(Ids.ENTRY),
                transfer.kind(),
                transfer.kind().from(),
                transfer.kind().to(),
                transfer.amount(),
                balance.settled().plus(transfer.effect()),
                transfer.cause(),
                transfer.actor(),
                month.clamp(transfer.recordedAt()),
                "");
        return unsealed.sealed(HashChain.next(head, unsealed));
    }

    /** After an entry: the chain is longer. */
    BalanceRow after(Entry entry) {
        return new BalanceRow(
                account,
                touched(balance),
                purchases,
                entry.seq(),
                entry.hash(),
                batches,
                budgets,
                closed,
                watch,
                owed,
                month);
    }

    /** Whether what is available has come to where somebody wants to be asked. */
    boolean isWatched() {
        return watch.isLeftBy(balance.available());
    }

    /** After a usage batch, with or without an entry. */
    BalanceRow withBatch() {
        return new BalanceRow(account, balance, purchases, seq, head, batches + 1, budgets, closed, watch, owed, month);
    }

    /** The same, changed for a reader: it has a new epoch. */
    BalanceRow touched() {
        return with(touched(balance));
    }

    /** More that is held, or less. */
    BalanceRow withHeld(Money more) {
        Balance b = balance;
        return with(new Balance(b.purchased(), b.free(), b.debt(), b.held().plus(more), b.epoch()));
    }

    /** More credits of a kind, or fewer. */
    BalanceRow with(GrantKind kind, Money more) {
        Balance b = balance;
        Money purchased = kind == GrantKind.PURCHASED ? b.purchased().plus(more) : b.purchased();
        Money free = kind == GrantKind.FREE ? b.free().plus(more) : b.free();
        return with(new Balance(purchased, free, b.debt(), b.held(), b.epoch()));
    }

    /** More debt, or less: what is paid pays what arose first, which is what will be invoiced. */
    BalanceRow withDebt(Money more) {
        Balance b = balance;
        return with(new Balance(b.purchased(), b.free(), b.debt().plus(more), b.held(), b.epoch()))
                .in(more.isNegative() ? month.paid(more.negated()) : month);
    }

    /** More that is owed or kept apart, or less. */
    BalanceRow with(Owed changed) {
        return new BalanceRow(account, balance, purchases, seq, head, batches, budgets, closed, watch, changed, month);
    }

    /** With the books in another month, or under other terms. */
    BalanceRow in(OpenMonth other) {
        return new BalanceRow(account, balance, purchases, seq, head, batches, budgets, closed, watch, owed, other);
    }

    /** What of the debt the month's end puts on an invoice. */
    Money invoiceable() {
        return month.postpaid() ? balance.debt() : month.postpaidDebt().min(balance.debt());
    }

    /** One more completed purchase, or one that was taken back. */
    BalanceRow withPurchases(int more) {
        return new BalanceRow(
                account, touched(balance), purchases + more, seq, head, batches, budgets, closed, watch, owed, month);
    }

    private BalanceRow with(Balance changed) {
        return new BalanceRow(account, changed, purchases, seq, head, batches, budgets, closed, watch, owed, month);
    }

    private static Balance touched(Balance b) {
        return new Balance(b.purchased(), b.free(), b.debt(), b.held(), b.epoch() + 1);
    }
}
