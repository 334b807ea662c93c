package billing.domain.ledger;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.Instant;

/**
 * An amount to be moved between two ledger accounts of one customer's books; posted, it becomes an {@link Entry}.
 *
 * @param kind says from where to where
 * @param amount positive
 * @param actor opaque id of who did it, so that anonymising a person breaks no hash
 * @param recordedAt when it is written, to the microsecond
 */
public record Transfer(AccountId account, EntryKind kind, Money amount, Cause cause, String actor, Instant recordedAt) {
    /** @throws IllegalArgumentException unless the amount is positive */
    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transfer moves a positive amount, not " + amount);
        }
    }

    /** The same as another kind of entry. */
    public Transfer as(EntryKind other) {
        return new Transfer(account, other, amount, cause, actor, recordedAt);
    }

    /** The same of another amount. */
    public Transfer of(Money other) {
        return new Transfer(account, kind, other, cause, actor, recordedAt);
    }

    /** What it changes the customer's credits by. */
    public Money effect() {
        Money added = kind.addsCredits() ? amount : Money.ZERO;
        return kind.takesCredits() ? added.minus(amount) : added;
    }
}
