package billing.domain.invoice;

import billing.domain.money.CentShares;
import billing.domain.money.Money;
import java.math.RoundingMode;
import java.util.List;

/**
 * The figures of a document in whole cents, so that whoever adds them up gets what it says: {@code lines + carried = net}, and
 * {@code net - prepaid = due}.
 *
 * @param lines one for each line of the document
 * @param carried what is due for earlier months beyond the lines, such as a debt that was too small to be charged; never negative
 * @param prepaid what the balance paid, never negative
 */
public record DocumentTotals(List<Money> lines, Money carried, Money net, Money prepaid, Money due) {
    public static DocumentTotals of(InvoiceDocument document) {
        List<Money> lines =
                CentShares.of(document.lines().stream().map(InvoiceLine::amount).toList());
        Money used = lines.stream().reduce(Money.ZERO, Money::plus);
        Money due = document.amountDue();
        Money carried = due.minus(used).max(Money.ZERO);
        Money net = used.plus(carried);
        return new DocumentTotals(lines, carried, net, net.minus(due), due);
    }

    /** Whether there is anything that an invoice could be about. */
    public boolean isEmpty() {
        return lines.isEmpty() && !carried.isPositive();
    }

    /** The amount as documents show it. */
    public static Money shown(Money amount) {
        return Money.ofCents(amount.toCents(RoundingMode.HALF_EVEN));
    }
}
