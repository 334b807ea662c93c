package billing.ejb.invoice;

import billing.ejb.ledger.MonthService;
import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** Closes each month as soon as it is over; months that were missed come first. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MonthEnd implements DueWork {
    /** What could not be closed is tried again soon, then ever more rarely: the first posting closes it as well. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofHours(6);

    @Inject
    MonthService books;

    @Inject
    MonthEndService months;

    /** Not sooner, after a run that could not close all: somebody else is at it, or has to look after the rest. */
    private volatile Instant notBefore = Instant.EPOCH;

    private volatile Duration patience = SHORTEST;

    @Override
    public Optional<Instant> nextDue() {
        return books.earliestOpen()
                .map(month -> month.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant())
                .map(over -> over.isBefore(notBefore) ? notBefore : over);
    }

    @Override
    public void runDue(Instant now) {
        YearMonth last = YearMonth.from(now.atOffset(ZoneOffset.UTC)).minusMonths(1);
        boolean ours = months.close(last);
        boolean done = books.left(last) == 0;
        patience = ours && !done ? longer() : SHORTEST;
        notBefore = done ? Instant.EPOCH : now.plus(patience);
    }

    private Duration longer() {
        Duration doubled = patience.multipliedBy(2);
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
