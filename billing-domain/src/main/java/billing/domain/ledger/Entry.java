package billing.domain.ledger;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.Instant;

/**
 * A line of a customer's books, written once and never changed.
 *
 * @param seq its place in the account's chain, from 1 without gaps
 * @param from the ledger account that gave: its posting is {@code -amount}
 * @param to the ledger account that received: its posting is {@code +amount}
 * @param amount positive
 * @param balanceAfter the customer's settled balance after it
 * @param hash what {@link HashChain} makes of it and of the entry before it, 64 hexadecimal digits
 */
public record Entry(
        AccountId account,
        long seq,
        String id,
        EntryKind kind,
        LedgerAccount from,
        LedgerAccount to,
        Money amount,
        Money balanceAfter,
        Cause cause,
        String actor,
        Instant recordedAt,
        String hash) {
    /** What it changed the customer's credits by: the signed amount that the customer sees. */
    public Money effect() {
        Money received = to == LedgerAccount.CREDITS ? amount : Money.ZERO;
        return from == LedgerAccount.CREDITS ? received.minus(amount) : received;
    }

    /** The same entry with its hash. */
    public Entry sealed(String itsHash) {
        return new Entry(account, seq, id, kind, from, to, amount, balanceAfter, cause, actor, recordedAt, itsHash);
    }
}
