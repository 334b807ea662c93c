package billing.domain.recharge;

import billing.domain.money.Money;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with settings, before anybody agrees to them. */
public final class SettingsCheck {
    /** How far a target is from its threshold at least, and the least increment. */
    public static final Money LEAST_STEP = Money.of("5.00");
    /** The most increments that saving may buy. */
    public static final int MOST_AT_ONCE = 10;

    /** The largest cap of a month's recharges, by number and by amount. */
    public static final int MOST_IN_A_MONTH = 1_000;

    public static final Money MOST_OF_A_MONTH = Money.of("1000000000.00");

    private final RechargeSettings settings;
    private final Money largest;
    private final Money available;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private SettingsCheck(RechargeSettings settings, Money largest, Money available) {
        this.settings = settings;
        this.largest = largest;
        this.available = available;
    }

    /**
     * What is wrong, for each field at most one thing; empty if nothing is.
     *
     * @param largest the largest purchase
     * @param available what the account has now
     */
    public static List<SettingsProblem> of(RechargeSettings settings, Money largest, Money available) {
        SettingsCheck check = new SettingsCheck(settings, largest, available);
        boolean threshold = check.amount("threshold", settings.threshold(), Money.ZERO, largest);
        if (settings.mode() == RechargeMode.TARGET) {
            check.target(threshold && check.leavesRoomForATarget());
        } else {
            check.increment(threshold);
        }
        check.caps();
        return List.copyOf(check.problems);
    }

    /** Between the threshold and the highest target there must be a step, or no target would do. */
    private boolean leavesRoomForATarget() {
        Money most = highestTarget().minus(LEAST_STEP);
        boolean room = most.isNegative() || !settings.threshold().isMoreThan(most);
        if (!room) {
            add("threshold", SettingsRule.NO_ROOM_FOR_TARGET, most);
        }
        return room;
    }

    private Money highestTarget() {
        return Money.ofCents(largest.plus(available.min(Money.ZERO)).toCents(RoundingMode.FLOOR));
    }

    private void target(boolean threshold) {
        Money target = settings.target();
        if (target == null) {
            add("target", SettingsRule.REQUIRED);
            return;
        }
        Money least = threshold ? settings.threshold().plus(LEAST_STEP) : LEAST_STEP;
        Money most = highestTarget();
        if (!target.isWholeCents()) {
            add("target", SettingsRule.WHOLE_CENTS);
        } else if (target.isLessThan(least)) {
            add("target", SettingsRule.TARGET_TOO_CLOSE, least);
        } else if (target.isMoreThan(most)) {
            add("target", SettingsRule.TARGET_TOO_HIGH, most);
        }
    }

    private void increment(boolean threshold) {
        Money amount = settings.amount();
        if (amount == null) {
            add("amount", SettingsRule.REQUIRED);
        } else if (amount("amount", amount, LEAST_STEP, largest) && threshold) {
            limitWhatIsBoughtAtOnce(amount);
        }
    }

    private void limitWhatIsBoughtAtOnce(Money amount) {
        Money missing = settings.threshold().minus(available);
        long steps = steps(missing, amount);
        if (steps > MOST_AT_ONCE) {
            long cents = divideUp(missing.toCents(RoundingMode.CEILING), MOST_AT_ONCE);
            add("amount", SettingsRule.TOO_MANY_AT_ONCE, steps, MOST_AT_ONCE, Money.ofCents(cents));
        }
    }

    /** How many increments close a gap. */
    static long steps(Money missing, Money amount) {
        return missing.isPositive() ? divideUp(missing.nanos(), amount.nanos()) : 0;
    }

    private static long divideUp(long a, long b) {
        return -Math.floorDiv(-a, b);
    }

    /** In the order in which pages ask for them. */
    private void caps() {
        boolean sound = problems.stream().noneMatch(SettingsCheck::decidesTheAmount);
        if (amount("monthlyAmountCap", settings.monthlyAmountCap(), LEAST_STEP, MOST_OF_A_MONTH)
                && sound
                && settings.monthlyAmountCap().isLessThan(settings.usual())) {
            add("monthlyAmountCap", SettingsRule.CAP_TOO_SMALL, settings.usual());
        }
        int count = settings.monthlyCountCap();
        if (count < 1) {
            add("monthlyCountCap", SettingsRule.TOO_SMALL, 1);
        } else if (count > MOST_IN_A_MONTH) {
            add("monthlyCountCap", SettingsRule.TOO_LARGE, MOST_IN_A_MONTH);
        }
    }

    private static boolean decidesTheAmount(SettingsProblem problem) {
        return !problem.field().startsWith("monthly");
    }

    private boolean amount(String field, @Nullable Money amount, Money least, Money most) {
        int before = problems.size();
        if (amount == null) {
            add(field, SettingsRule.REQUIRED);
        } else if (!amount.isWholeCents()) {
            add(field, SettingsRule.WHOLE_CENTS);
        } else if (amount.isLessThan(least)) {
            add(field, SettingsRule.TOO_SMALL, least);
        } else if (amount.isMoreThan(most)) {
            add(field, SettingsRule.TOO_LARGE, most);
        }
        return problems.size() == before;
    }

    private void add(String field, SettingsRule rule, Object... values) {
        problems.add(SettingsProblem.of(field, rule, values));
    }
}
