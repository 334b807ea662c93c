package billing.ejb.ledger;

import billing.domain.ledger.Cause;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What closing one account's months makes of its books: the debt that is to be invoiced moves to the invoice, in whole cents,
 * as of the month's last moment. Whenever it is done, it comes to the same.
 *
 * @param after the balance row as it is to be
 */
record MonthClose(BalanceRow before, BalanceRow after, List<Entry> entries, List<ClosedMonth> months) {
    private static final String ACTOR = "system";

    /**
     * Closes every month before another.
     *
     * @param until the number of the month that is open then
     * @param least the smallest amount that can be charged; less is carried on as debt
     */
    static MonthClose until(int until, BalanceRow row, Money least) {
        List<Entry> entries = new ArrayList<>();
        List<ClosedMonth> months = new ArrayList<>();
        BalanceRow now = row;
        while (now.month().number() < until) {
            now = close(now, now.month().next(), now.invoiceable(), least, entries, months);
        }
        return new MonthClose(row, now, List.copyOf(entries), List.copyOf(months));
    }

    /** Closes the running month of an account that is being deleted: all its debt is invoiced, and no month follows. */
    static MonthClose last(BalanceRow row, Money least) {
        List<Entry> entries = new ArrayList<>();
        List<ClosedMonth> months = new ArrayList<>();
        BalanceRow after = close(row, row.month().none(), row.balance().debt(), least, entries, months);
        return new MonthClose(row, after, List.copyOf(entries), List.copyOf(months));
    }

    private static BalanceRow close(
            BalanceRow row, OpenMonth next, Money debt, Money least, List<Entry> entries, List<ClosedMonth> months) {
        Money cents = Money.ofCents(debt.toCents(RoundingMode.HALF_EVEN));
        Money due = cents.isLessThan(least) ? Money.ZERO : cents;
        Money rounding = due.isPositive() ? debt.minus(due) : Money.ZERO;
        BalanceRow after = row.in(next);
        after = round(after, row.month(), rounding, entries);
        after = move(after, row.month(), EntryKind.INVOICED, due, entries);
        after = after.with(after.owed().withReceivable(due));
        months.add(new ClosedMonth(
                row.account(),
                row.month().month(),
                row.month().postpaid() || due.isPositive(),
                row.seq(),
                after.seq(),
                row.batches(),
                row.balance().settled(),
                due,
                rounding));
        return after;
    }

    private static BalanceRow round(BalanceRow row, OpenMonth month, Money rounding, List<Entry> entries) {
        return rounding.isNegative()
                ? move(row, month, EntryKind.ROUNDED_UP, rounding.negated(), entries)
                : move(row, month, EntryKind.ROUNDED_DOWN, rounding, entries);
    }

    private static BalanceRow move(BalanceRow row, OpenMonth month, EntryKind kind, Money amount, List<Entry> entries) {
        if (!amount.isPositive()) {
            return row;
        }
        YearMonth closed = month.month();
        Entry entry = row.nextEntry(new Transfer(
                row.account(), kind, amount, Cause.invoice(closed), ACTOR, OpenMonth.begin(closed.plusMonths(1))));
        entries.add(entry);
        return row.after(entry).withDebt(entry.effect().negated());
    }
}
