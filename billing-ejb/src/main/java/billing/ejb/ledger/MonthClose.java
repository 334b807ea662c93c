package billing.ejb.ledger;

import billing.domain.ledger.Cause;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import java.math.RoundingMode;
import java.time.Instant;
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
            Instant end = OpenMonth.begin(now.month().month().plusMonths(1));
            now = close(now, now.month().next(), now.invoiceable(), least, end, entries, months);
        }
        return new MonthClose(row, now, List.copyOf(entries), List.copyOf(months));
    }

    /**
     * Closes the running month of an account that is being deleted, before its end: all its debt is invoiced, and no month
     * follows.
     */
    static MonthClose last(BalanceRow row, Money least, Instant now) {
        List<Entry> entries = new ArrayList<>();
        List<ClosedMonth> months = new ArrayList<>();
        BalanceRow after = close(row, row.month().none(), row.balance().debt(), least, now, entries, months);
        return new MonthClose(row, after, List.copyOf(entries), List.copyOf(months));
    }

    private static BalanceRow close(
            BalanceRow row,
            OpenMonth next,
            Money debt,
            Money least,
            Instant end,
            List<Entry> entries,
            List<ClosedMonth> months) {
        Money cents = Money.ofCents(debt.toCents(RoundingMode.HALF_EVEN));
        Money due = cents.isLessThan(least) ? Money.ZERO : cents;
        Money rounding = due.isPositive() ? debt.minus(due) : Money.ZERO;
        BalanceRow after = row.in(next);
        Cause cause = Cause.invoice(row.month().month());
        after = round(after, cause, rounding, end, entries);
        after = move(after, cause, EntryKind.INVOICED, due, end, entries);
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

    private static BalanceRow round(BalanceRow row, Cause cause, Money rounding, Instant end, List<Entry> entries) {
        return rounding.isNegative()
                ? move(row, cause, EntryKind.ROUNDED_UP, rounding.negated(), end, entries)
                : move(row, cause, EntryKind.ROUNDED_DOWN, rounding, end, entries);
    }

    private static BalanceRow move(
            BalanceRow row, Cause cause, EntryKind kind, Money amount, Instant end, List<Entry> entries) {
        if (!amount.isPositive()) {
            return row;
        }
        Entry entry = row.nextEntry(new Transfer(row.account(), kind, amount, cause, ACTOR, end));
        entries.add(entry);
        return row.after(entry).withDebt(entry.effect().negated());
    }
}
