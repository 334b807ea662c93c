package billing.ejb.ledger;

import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import java.util.List;

/**
 * What moved an account's balance between two times. Opening, movements and closing come from different columns of the books:
 * that they sum up is a proof and no tautology.
 *
 * @param opening the balance after the last entry before
 * @param movements the kinds of entries in between, each at most once
 * @param closing the balance after the last of them
 */
public record Statement(Money opening, List<Movement> movements, Money closing) {
    /**
     * All entries of a kind.
     *
     * @param effect what they changed the balance by, signed as the customer sees it
     * @param firstBatch the first usage batch among their causes, 0 if there is none
     * @param lastBatch the last of them
     */
    public record Movement(EntryKind kind, Money effect, long entries, long firstBatch, long lastBatch) {}

    /** Whether it sums up. */
    public boolean fits() {
        return opening.plus(change()).equals(closing);
    }

    /** What all movements together changed. */
    public Money change() {
        return movements.stream().map(Movement::effect).reduce(Money.ZERO, Money::plus);
    }
}
