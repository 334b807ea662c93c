package billing.ejb.invoice;

import billing.ejb.ledger.MonthService;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;

/** The transactions of a month's end: each closes some accounts' month and writes their documents, and none commits twice. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class MonthEndSteps {
    @Inject
    MonthLease lease;

    @Inject
    MonthRunRepository runs;

    @Inject
    MonthRepository months;

    @Inject
    MonthService books;

    @Inject
    InstantSource clock;

    @Resource
    SessionContext context;

    public Optional<Long> takeLease(String holder) {
        return lease.take(holder);
    }

    public void release(long token) {
        lease.release(token);
    }

    /** Begins a run, unless it has begun; false if somebody else has the lease now. */
    public boolean begin(long token, YearMonth month) {
        boolean ours = lease.keep(token);
        if (ours) {
            runs.begin(month, clock.instant());
        }
        return ours;
    }

    /**
     * Closes the next accounts' month.
     *
     * @param after the account that the step before ended with, 0 at first
     * @return the account that it ended with; empty if none was left, or somebody else has the lease now: then nothing is done
     */
    public OptionalLong closeNext(long token, YearMonth month, long after, int most) {
        long begun = System.nanoTime();
        Optional<MonthService.Closed> closed = books.closeNext(month, after, most);
        if (closed.isEmpty()) {
            return OptionalLong.empty();
        }
        runs.progress(month, closed.get().accounts().size(), Duration.ofNanos(System.nanoTime() - begun));
        if (!lease.keep(token)) {
            context.setRollbackOnly();
            return OptionalLong.empty();
        }
        return OptionalLong.of(closed.get().last());
    }

    /** Ends a run of which nothing is left. */
    public void finish(long token, YearMonth month) {
        if (lease.keep(token)) {
            runs.finish(month, clock.instant());
        }
    }
}
