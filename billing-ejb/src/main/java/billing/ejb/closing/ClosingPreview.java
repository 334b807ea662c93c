package billing.ejb.closing;

import billing.domain.money.Money;
import java.util.List;

/**
 * What deleting an account would do.
 *
 * @param refunded unspent purchased credits, which go back to the instrument that paid
 * @param lapsing free credits and fractions of cents, which lapse
 * @param owed what has to be paid before
 * @param finalInvoice what the running month comes to, which is closed and invoiced at once: the deletion is done when that is paid
 * @param obstacles what stands in the way, in codes; the texts are in the bundle, {@code obstacle.<code>}
 */
public record ClosingPreview(Money refunded, Money lapsing, Money owed, Money finalInvoice, List<Obstacle> obstacles) {
    /** What keeps an account from being deleted. */
    public enum Obstacle {
        NO_SUCH_ACCOUNT,
        ALREADY_CLOSED,
        PURCHASE_OPEN,
        REFUND_OPEN,
        HOLD_OPEN,
        DISPUTE_OPEN,
        MONEY_OWED
    }

    public boolean isPossible() {
        return obstacles.isEmpty();
    }
}
