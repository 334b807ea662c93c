package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.ejb.ledger.AccountSpan;
import billing.ejb.ledger.MonthService;
import billing.ejb.runtime.Traffic;
import billing.ejb.runtime.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Works off a month, by as many as there are processors, up to four. Each closes the books of the next accounts, or numbers what
 * was written as soon as that is enough, so that all have something to do until the end. While the platform's services ask, one
 * alone works, a little at a time, and rests for as long as it has worked.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MonthWork {
    private static final Logger LOG = System.getLogger(MonthWork.class.getName());
    private static final int WORKERS =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    private static final int MANY = 1_000;
    private static final int FEW = 100;
    private static final Duration WAIT = Duration.ofMillis(50);

    @Inject
    MonthEndSteps steps;

    @Inject
    MonthService books;

    @Inject
    StampSteps stamps;

    @Inject
    Stamping stamping;

    @Inject
    Workers workers;

    @Inject
    Traffic traffic;

    @Inject
    InstantSource clock;

    /**
     * Closes a month of all accounts that are in it and numbers their documents.
     *
     * @param token of whoever has the lease; with an old one, nothing is closed
     * @param end of {@link System#nanoTime()}, when it is to be left for another time
     */
    void closeAll(long token, YearMonth month, long end) {
        Turn turn = new Turn(token, month, end);
        workers.each(IntStream.range(0, WORKERS).boxed().toList(), number -> work(turn, number == 0));
        stampRest();
    }

    private void work(Turn turn, boolean first) {
        boolean more = true;
        while (more && !turn.isOver()) {
            if (traffic.isBusy()) {
                more = first ? doAFew(turn) : waitFor(turn);
            } else {
                more = doSome(turn, MANY);
            }
        }
    }

    private boolean doAFew(Turn turn) {
        long begun = System.nanoTime();
        boolean more = doSome(turn, FEW);
        LockSupport.parkNanos(System.nanoTime() - begun);
        return more;
    }

    private boolean waitFor(Turn turn) {
        LockSupport.parkNanos(WAIT.toNanos());
        return !turn.isAllTaken;
    }

    /** Returns false if nothing is left for whoever asks. */
    private boolean doSome(Turn turn, int most) {
        return stampSome(turn, most) || closeSome(turn, most);
    }

    /** Not all that is closed can be numbered yet: what lacks sums of its usage is written by due work, after that is summed up. */
    private boolean stampSome(Turn turn, int most) {
        if (turn.unstamped.get() < most || !turn.stamping.tryLock()) {
            return false;
        }
        try {
            int stamped = stamps.stamp(most);
            turn.unstamped.addAndGet(-stamped);
            if (stamped < most) {
                turn.unstamped.set(0);
            }
            return stamped > 0;
        } catch (RuntimeException e) {
            notStamped(e);
            turn.unstamped.set(0);
            return false;
        } finally {
            turn.stamping.unlock();
        }
    }

    /** What others have written meanwhile, too. */
    private void stampRest() {
        try {
            stamping.runDue(clock.instant());
        } catch (RuntimeException e) {
            notStamped(e);
        }
    }

    private static void notStamped(RuntimeException e) {
        LOG.log(Level.WARNING, "BILL-0905 documents could not be numbered and will be later", e);
    }

    private boolean closeSome(Turn turn, int most) {
        Optional<AccountSpan> next = turn.take(most);
        next.ifPresent(accounts -> closeSome(turn, accounts));
        return next.isPresent();
    }

    /** Where one account's books can't be closed, those of the others are, one by one. */
    private void closeSome(Turn turn, AccountSpan accounts) {
        try {
            close(turn, accounts);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "BILL-0902 a part of " + turn.month + " could not be closed; one account after the other",
                    e);
            closeEach(turn, books.list(turn.month, accounts));
        }
    }

    private void closeEach(Turn turn, List<AccountId> accounts) {
        for (AccountId account : accounts) {
            try {
                close(turn, AccountSpan.of(account));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "BILL-0903 " + turn.month + " of " + account + " could not be closed", e);
            }
        }
    }

    private void close(Turn turn, AccountSpan accounts) {
        steps.close(turn.token, turn.month, accounts, turn.watch)
                .ifPresentOrElse(turn.unstamped::addAndGet, turn::lose);
    }

    /** What those share who work off a month side by side. */
    private final class Turn {
        private final long token;
        private final YearMonth month;
        private final long end;
        private final Stopwatch watch = new Stopwatch();
        private final Lock stamping = new ReentrantLock();
        private final AtomicLong unstamped = new AtomicLong();
        private long last;
        private volatile boolean isAllTaken;
        private volatile boolean isLost;

        private Turn(long token, YearMonth month, long end) {
            this.token = token;
            this.month = month;
            this.end = end;
        }

        private boolean isOver() {
            return isLost || System.nanoTime() - end >= 0;
        }

        private void lose() {
            isLost = true;
        }

        private synchronized Optional<AccountSpan> take(int most) {
            Optional<AccountSpan> next = books.next(month, last, most);
            next.ifPresentOrElse(accounts -> last = accounts.last(), () -> isAllTaken = true);
            return next;
        }
    }
}
