package billing.domain.recharge;

import billing.domain.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The recharges of a calendar month in UTC that succeeded or are open. */
public record MonthSoFar(int count, Money amount) {
    public static final MonthSoFar NOTHING = new MonthSoFar(0, Money.ZERO);

    /** When the month of a time begins. */
    public static Instant startOf(Instant time) {
        return start(month(time));
    }

    static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    MonthSoFar plus(Money recharge) {
        return new MonthSoFar(count + 1, amount.plus(recharge));
    }
}
