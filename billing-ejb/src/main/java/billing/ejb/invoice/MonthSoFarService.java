package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.MonthForecast;
import billing.domain.ledger.Balance;
import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.Statement;
import billing.ejb.ledger.Statement.Movement;
import billing.ejb.ledger.StatementService;
import billing.ejb.usage.MonthSpend;
import billing.ejb.usage.UsageDimension;
import billing.ejb.usage.UsageQuery;
import billing.ejb.usage.UsageReportService;
import billing.ejb.usage.UsageRow;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Shows the month that is running, and how it will end. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class MonthSoFarService {
    /** The pace is that of so many days, and of today so far. */
    public static final int DAYS = 7;

    /** What moved the last month's debt out of the balance: the month opens after it. */
    private static final Set<EntryKind> OPENING =
            EnumSet.of(EntryKind.INVOICED, EntryKind.ROUNDED_DOWN, EntryKind.ROUNDED_UP);

    private static final Set<EntryKind> USAGE = EnumSet.of(EntryKind.USAGE, EntryKind.USAGE_CORRECTED);

    private static final int LINES = 1_000;

    @Inject
    StatementService books;

    @Inject
    LedgerService ledger;

    @Inject
    UsageReportService usage;

    @Inject
    InstantSource clock;

    public MonthSoFar get(AccountId account) {
        Instant now = clock.instant();
        YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        Statement statement = books.between(
                account, start(month.atDay(1)), start(month.plusMonths(1).atDay(1)));
        Money opening = statement.opening().plus(effect(statement, OPENING));
        Money bought = effect(statement, EnumSet.of(EntryKind.PURCHASE));
        Money granted = effect(statement, EnumSet.of(EntryKind.FREE_GRANT));
        Money used = effect(statement, USAGE).negated();
        Money other =
                statement.closing().minus(opening).minus(bought).minus(granted).plus(used);
        MonthSpend spent = usage.spent(account, month);
        Balance balance = ledger.balance(account);
        Instant since = since(account, now);
        return new MonthSoFar(
                month,
                opening,
                bought,
                granted,
                other,
                used,
                spent.late(),
                balance,
                lines(account, month),
                since,
                MonthForecast.of(
                        used,
                        balance.settled(),
                        spentSince(account, since),
                        Duration.between(since, now),
                        Duration.between(now, start(month.plusMonths(1).atDay(1)))));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Money effect(Statement statement, Set<EntryKind> kinds) {
        return statement.movements().stream()
                .filter(movement -> kinds.contains(movement.kind()))
                .map(Movement::effect)
                .reduce(Money.ZERO, Money::plus);
    }

    /** An account that is younger than the days has the pace of its own days. */
    private Instant since(AccountId account, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS);
        return start(usage.firstDay(account)
                .filter(day -> day.isAfter(first) && !day.isAfter(today))
                .orElse(first));
    }

    private Money spentSince(AccountId account, Instant since) {
        return usage.rows(new UsageQuery(account, since, null, Set.of(), 1)).stream()
                .map(UsageRow::amount)
                .findFirst()
                .orElse(Money.ZERO);
    }

    private List<UsageRow> lines(AccountId account, YearMonth month) {
        Set<UsageDimension> groups = EnumSet.of(UsageDimension.PRODUCT, UsageDimension.SKU);
        return usage.rows(new UsageQuery(account, start(month.atDay(1)), null, groups, LINES));
    }
}
