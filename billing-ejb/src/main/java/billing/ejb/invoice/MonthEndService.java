package billing.ejb.invoice;

import billing.domain.id.Ids;
import billing.ejb.ledger.MonthService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Closes months, of however many accounts: some in each transaction, one node at a time, begun again wherever it stopped. What it
 * leaves unwritten or without a number, due work writes and stamps.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class MonthEndService {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration ALL_NIGHT = Duration.ofDays(1);
    private static final int NEVER = 999_912;
    private static final String NODE = Ids.mint("nod");
    private static final Object ONE_AT_A_TIME = new Object();

    @Inject
    MonthEndSteps steps;

    @Inject
    MonthRunRepository runs;

    @Inject
    MonthService books;

    @Inject
    UnwrittenMonths unwritten;

    @Inject
    Stamping stamping;

    @Inject
    MonthWork work;

    @Inject
    InstantSource clock;

    /** Whether a month is over. */
    public boolean isOver(YearMonth month) {
        return month.isBefore(YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /**
     * Closes a month, writes and numbers its documents, and answers when that is done or has taken too long to wait for.
     *
     * @throws IllegalArgumentException if the month is not over
     */
    public MonthRun run(YearMonth month) {
        close(month, PATIENCE);
        Instant now = clock.instant();
        unwritten.runDue(now);
        stamping.runDue(now);
        return runs.find(month).orElseGet(() -> MonthRun.ofNothing(month, now));
    }

    /**
     * Closes a month and all before it, the oldest first, unless another node is at it.
     *
     * @return false if another node is at it
     * @throws IllegalArgumentException if the month is not over
     */
    public boolean close(YearMonth month) {
        return close(month, ALL_NIGHT);
    }

    private boolean close(YearMonth month, Duration most) {
        if (!isOver(month)) {
            throw new IllegalArgumentException(month + " is not over");
        }
        long end = System.nanoTime() + most.toNanos();
        synchronized (ONE_AT_A_TIME) {
            Optional<Long> token = steps.takeLease(NODE);
            token.ifPresent(ours -> {
                closeAll(ours, end, month);
                steps.release(ours);
            });
            return token.isPresent();
        }
    }

    private void closeAll(long token, long end, YearMonth last) {
        Optional<YearMonth> month = books.earliestOpen().filter(first -> !first.isAfter(last));
        while (month.isPresent() && System.nanoTime() - end < 0 && steps.begin(token, month.get())) {
            work.closeAll(token, month.get(), end);
            finish(token, month.get());
            month = month.map(done -> done.plusMonths(1)).filter(next -> !next.isAfter(last));
        }
        finish(token, last);
    }

    /** What a crash has left to be noted of runs before is noted too. */
    private void finish(long token, YearMonth month) {
        if (books.left(month) == 0) {
            steps.finish(token, month);
        }
    }

    /** How a month's end went, or goes; empty if it has not begun. */
    public Optional<MonthRun> find(YearMonth month) {
        return runs.find(month);
    }

    /** The last month ends, newest first. */
    public List<MonthRun> newest(int most) {
        return runs.before(NEVER, most);
    }
}
