package billing.domain.recharge;

import billing.domain.money.Money;

/**
 * What saving settings buys at once.
 *
 * @param purchases how many, one after the other; 0 if the balance is not low
 * @param total what they come to
 * @param capped whether a month's cap keeps it from buying all that is needed
 */
public record Outlook(int purchases, Money total, boolean capped) {
    public static final Outlook NOTHING = new Outlook(0, Money.ZERO, false);

    /** From what is available and what the month has seen. */
    public static Outlook of(RechargeSettings settings, Money largest, Money available, MonthSoFar month) {
        MonthSoFar so = month;
        Money total = Money.ZERO;
        while (settings.isLow(available.plus(total))) {
            Money next = settings.next(available.plus(total), largest).orElseThrow();
            if (!settings.allows(next, so)) {
                return new Outlook(so.count() - month.count(), total, true);
            }
            so = so.plus(next);
            total = total.plus(next);
        }
        return new Outlook(so.count() - month.count(), total, false);
    }
}
