package billing.ejb.ledger;

import billing.domain.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The month that an account's books are in. Whatever is posted belongs to it; the first posting after its end closes it before.
 *
 * @param number the year times 100 and the month
 * @param postpaid whether what usage takes below zero is invoiced
 * @param postpaidDebt what of the debt is invoiced although it arose under terms that are over; nothing while postpaid
 */
record OpenMonth(int number, boolean postpaid, Money postpaidDebt) {
    /** Of an account that is closed: no month follows. */
    static final int NEVER = 999_912;

    /** The number of a month. */
    static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** The number of the month that a time is in. */
    static int number(Instant time) {
        return number(YearMonth.from(time.atOffset(ZoneOffset.UTC)));
    }

    /** The month with a number. */
    static YearMonth month(int number) {
        return YearMonth.of(number / 100, number % 100);
    }

    static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    YearMonth month() {
        return month(number);
    }

    /** Whether it is over by then. */
    boolean isOver(Instant now) {
        return number < number(now);
    }

    /** The time, or what of this month comes nearest: a clock that was put back never leads into a month that is closed. */
    Instant clamp(Instant time) {
        if (number == NEVER || number == number(time)) {
            return time;
        }
        Instant begin = begin(month());
        return time.isBefore(begin) ? begin : begin(month().plusMonths(1)).minus(1, ChronoUnit.MICROS);
    }

    OpenMonth next() {
        return new OpenMonth(number(month().plusMonths(1)), postpaid, postpaidDebt);
    }

    /** After the account's last month. */
    OpenMonth none() {
        return new OpenMonth(NEVER, postpaid, postpaidDebt);
    }

    OpenMonth paid(Money amount) {
        return new OpenMonth(number, postpaid, postpaidDebt.minus(amount).max(Money.ZERO));
    }

    /** Under other terms from now on. */
    OpenMonth postpaid(boolean now, Money debt) {
        boolean leaves = postpaid && !now;
        return new OpenMonth(number, now, leaves ? debt : now ? Money.ZERO : postpaidDebt);
    }
}
