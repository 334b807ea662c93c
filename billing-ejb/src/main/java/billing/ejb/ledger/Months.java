package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Keeps the books in the present month: whoever locks a balance gets it with all earlier months closed. So no credit that comes
 * later touches a month's debt, whenever the timer runs.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class Months {
    @Inject
    LedgerRepository ledger;

    @Inject
    MonthCloseRepository closing;

    @Inject
    @Any
    Instance<MonthBooks> books;

    @Inject
    BalanceWatch watch;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    /** The month that new books begin in. */
    OpenMonth present(boolean postpaid) {
        return new OpenMonth(OpenMonth.number(clock.instant()), postpaid, Money.ZERO);
    }

    /** The balance row, locked, with all months closed that are over. */
    BalanceRow lock(AccountId account) {
        BalanceRow row = ledger.lock(account);
        return row.month().isOver(clock.instant()) ? current(List.of(row)).get(0) : row;
    }

    /** Locked rows, with all months closed that are over. */
    List<BalanceRow> current(List<BalanceRow> rows) {
        Instant now = clock.instant();
        List<BalanceRow> over =
                rows.stream().filter(row -> row.month().isOver(now)).toList();
        if (over.isEmpty()) {
            return rows;
        }
        Map<AccountId, BalanceRow> closed = close(over, OpenMonth.number(now));
        return rows.stream().map(row -> closed.getOrDefault(row.account(), row)).toList();
    }

    private Map<AccountId, BalanceRow> close(List<BalanceRow> rows, int until) {
        return write(closes(rows, until), MonthBooks::write);
    }

    /** Closes a month of locked rows that are in it, documents and all. */
    void closeWhole(List<BalanceRow> rows, int until) {
        write(closes(rows, until), MonthBooks::writeOut);
    }

    private List<MonthClose> closes(List<BalanceRow> rows, int until) {
        return rows.stream()
                .map(row -> MonthClose.until(until, row, configuration.minCharge()))
                .toList();
    }

    /** Closes the running month of an account whose last it is. */
    BalanceRow closeLast(BalanceRow row) {
        MonthClose last = MonthClose.last(row, configuration.minCharge(), clock.instant());
        return write(List.of(last), MonthBooks::write).getOrDefault(row.account(), last.after());
    }

    private Map<AccountId, BalanceRow> write(List<MonthClose> closes, BiConsumer<MonthBooks, List<ClosedMonth>> note) {
        closing.write(closes);
        List<ClosedMonth> months =
                closes.stream().flatMap(close -> close.months().stream()).toList();
        books.forEach(book -> note.accept(book, months));
        closes.stream()
                .filter(close -> !close.entries().isEmpty())
                .map(MonthClose::after)
                .forEach(watch::saved);
        Map<AccountId, BalanceRow> after = new HashMap<>();
        closes.forEach(close -> after.put(close.after().account(), close.after()));
        return after;
    }
}
