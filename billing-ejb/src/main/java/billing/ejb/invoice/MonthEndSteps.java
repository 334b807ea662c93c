package billing.ejb.invoice;

import billing.ejb.ledger.AccountSpan;
import billing.ejb.ledger.MonthService;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

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
     * Closes these accounts' month.
     *
     * @param watch runs since the month's work began; what it shows is noted
     * @return how many were closed; empty if somebody else has the lease now: then nothing is done
     */
    public OptionalInt close(long token, YearMonth month, AccountSpan accounts, Stopwatch watch) {
        int closed = books.close(month, accounts);
        if (closed > 0) {
            runs.progress(month, closed, watch.lap());
        }
        if (!lease.keep(token)) {
            context.setRollbackOnly();
            return OptionalInt.empty();
        }
        return OptionalInt.of(closed);
    }

    /** Ends a run of which nothing is left. */
    public void finish(long token, YearMonth month) {
        if (lease.keep(token)) {
            runs.finish(month, clock.instant());
        }
    }
}
