package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.money.Money;
import billing.domain.usage.Product;
import billing.ejb.ledger.Statement.Movement;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says where the credits went: exactly, and at once after an event is recorded. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class UsageReportService {
    private static final int EVENTS = 500_000;

    @Inject
    UsageReportRepository usage;

    @Inject
    UsageEventRepository events;

    @Inject
    UsageRollupRepository rollup;

    @Inject
    InstantSource clock;

    /** Sums by groups: days as they come, what cost most first. Without a group, one row. */
    public List<UsageRow> rows(UsageQuery query) {
        return query.isOfDays() ? usage.rowsOfDays(query) : usage.rowsOfEvents(query, events.stretch(query.events()));
    }

    /** A page of events, those recorded last first; a cursor that is none gives the first page. */
    public Page<RecordedUsage> events(UsageEventQuery query) {
        int oneMore = query.limit() + 1;
        EventCursor after = EventCursor.parse(query.after());
        Stretch stretch = events.stretch(query);
        List<RecordedUsage> found =
                new ArrayList<>(events.events(query, stretch.rolled() + 1, Long.MAX_VALUE, after, oneMore));
        if (found.size() < oneMore) {
            found.addAll(events.events(query, stretch.first(), stretch.last(), after, oneMore - found.size()));
        }
        return Page.of(found, query.limit(), last -> EventCursor.of(last).toString());
    }

    /** Whether a text looks like a cursor of the list of events. */
    public static boolean isCursor(String text) {
        return EventCursor.isCursor(text);
    }

    /** What the usage entries of a month come to, so far. */
    public MonthSpend spent(AccountId account, YearMonth month) {
        return usage.spent(account, month);
    }

    /**
     * What usage that was recorded on some days came to, by product, without what was corrected.
     *
     * @param to the day after the last
     * @param batches the usage entries of these days: the sum of the answer is theirs, unless the books don't fit
     */
    public Map<Product, Money> recorded(AccountId account, LocalDate from, LocalDate to, Movement batches) {
        Map<Product, Money> sums = usage.recorded(account, from, to);
        Money all = sums.values().stream().reduce(Money.ZERO, Money::plus);
        return all.negated().equals(batches.effect())
                ? sums
                : ofBatches(account, batches.firstBatch(), batches.lastBatch());
    }

    /** In pieces, because a single statement has only seconds. */
    private Map<Product, Money> ofBatches(AccountId account, long first, long last) {
        Map<Product, Money> sums = new EnumMap<>(Product.class);
        long after = first - 1;
        while (after < last) {
            long end = Math.min(last, rollup.end(account, after, EVENTS).orElse(last));
            usage.ofBatches(account, after + 1, end).forEach((product, sum) -> sums.merge(product, sum, Money::plus));
            after = end;
        }
        return sums;
    }

    /** The first day with usage. */
    public Optional<LocalDate> firstDay(AccountId account) {
        return usage.firstDay(account);
    }

    /** How long an amount lasts at the pace of the last seven days and of today so far. */
    public Runway runway(AccountId account, Money available) {
        Instant now = clock.instant();
        LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(Runway.DAYS);
        Optional<LocalDate> firstDay = usage.firstDay(account);
        if (firstDay.isEmpty() || firstDay.get().isAfter(from)) {
            return new Runway.NotEnoughHistory();
        }
        Instant since = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        return Runway.of(available, since, now, spentSince(account, since));
    }

    private Money spentSince(AccountId account, Instant since) {
        return rows(new UsageQuery(account, since, null, Set.of(), 1)).stream()
                .map(UsageRow::amount)
                .findFirst()
                .orElse(Money.ZERO);
    }
}
