package billing.domain.recharge;

import billing.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What saving settings buys at once.
 *
 * @param purchases how many, one after the other; 0 if the balance is not low
 * @param total what they come to
 * @param capped whether a month's cap keeps it from buying all that is needed
 * @param waiting whether something is under way, or is to be tried again at its time: the settings apply only after that
 * @param restsUntil when it charges again, after as many declines as a day may have; null if nothing keeps it from charging now
 */
public record Outlook(
        int purchases,
        Money total,
        boolean capped,
        boolean waiting,
        @Nullable Instant restsUntil) {
    public static final Outlook NOTHING = new Outlook(0, Money.ZERO, false, false);
    public static final Outlook WAITING = new Outlook(0, Money.ZERO, false, true);

    public Outlook(int purchases, Money total, boolean capped, boolean waiting) {
        this(purchases, total, capped, waiting, null);
    }

    /** Nothing is charged before then. */
    public static Outlook restingUntil(Instant time) {
        return new Outlook(0, Money.ZERO, false, true, time);
    }

    /** From what is available and what the month has seen. */
    public static Outlook of(RechargeSettings settings, Money largest, Money available, MonthSoFar month) {
        MonthSoFar so = month;
        Money total = Money.ZERO;
        while (settings.isLow(available.plus(total))) {
            Money next = settings.next(available.plus(total), largest).orElseThrow();
            if (!settings.allows(next, so)) {
                return new Outlook(so.count() - month.count(), total, true, false);
            }
            so = so.plus(next);
            total = total.plus(next);
        }
        return new Outlook(so.count() - month.count(), total, false, false);
    }
}
