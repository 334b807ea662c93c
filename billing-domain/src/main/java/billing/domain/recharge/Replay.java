package billing.domain.recharge;

import billing.domain.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What settings would have done with the usage of the past. Within an hour usage is taken as even, so a recharge comes as
 * soon as the threshold is crossed.
 *
 * @param recharges how many there would have been
 * @param total what they would have come to
 * @param capped whether a month's cap would have kept it from recharging
 * @param idle whether nothing was used at all
 */
public record Replay(int recharges, Money total, boolean capped, boolean idle) {
    private static final Money NANO = Money.ofNanos(1);

    /** One of a time in which something was used. */
    public Replay(int recharges, Money total, boolean capped) {
        this(recharges, total, capped, false);
    }

    /** What an hour cost. */
    public record Spent(Instant at, Money amount) {}

    /** Replays usage, oldest first, from what was available before. */
    public static Replay of(RechargeSettings settings, Money largest, Money opening, List<Spent> spending) {
        Run run = new Run(settings, largest, opening);
        spending.forEach(run::spend);
        boolean idle = spending.stream().noneMatch(hour -> hour.amount().isPositive());
        return new Replay(run.recharges, run.total, run.capped, idle);
    }

    private static final class Run {
        private final RechargeSettings settings;
        private final Money largest;
        private Money available;
        private MonthSoFar month = MonthSoFar.NOTHING;
        private YearMonth current = YearMonth.of(1970, 1);
        private int recharges;
        private Money total = Money.ZERO;
        private boolean capped;

        Run(RechargeSettings settings, Money largest, Money opening) {
            this.settings = settings;
            this.largest = largest;
            this.available = opening;
        }

        void spend(Spent spent) {
            enter(MonthSoFar.month(spent.at()));
            Money left = spent.amount();
            while (recharge() && !left.isLessThan(untilLow())) {
                left = left.minus(untilLow());
                available = available.minus(untilLow());
            }
            available = available.minus(left);
        }

        private void enter(YearMonth now) {
            if (!now.equals(current)) {
                current = now;
                month = MonthSoFar.NOTHING;
            }
        }

        /** What can be spent until less than the threshold is there. */
        private Money untilLow() {
            return available.minus(settings.threshold()).plus(NANO);
        }

        /** Just crossed, or, where usage left a debt, further down. */
        private Money next() {
            return available.plus(NANO).equals(settings.threshold())
                    ? settings.usual().min(largest)
                    : settings.next(available, largest).orElseThrow();
        }

        /** Recharges until the balance is not low; false if a cap keeps it from that. */
        private boolean recharge() {
            while (settings.isLow(available)) {
                Money next = next();
                if (!settings.allows(next, month)) {
                    capped = true;
                    return false;
                }
                month = month.plus(next);
                recharges++;
                total = total.plus(next);
                available = available.plus(next);
            }
            return true;
        }
    }
}
