package billing.ejb.access;

import billing.domain.access.Budget;
import billing.domain.access.BudgetMode;
import billing.domain.access.BudgetPeriod;
import billing.domain.access.BudgetScope;
import billing.domain.access.BudgetState;
import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Budgets and what was spent of them, in the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class BudgetRepository {
    private static final String BUDGET = "SELECT b.id, b.account, b.project, b.api_key, b.period, b.amount, b.mode,"
            + " b.counts_from, b.created_at, b.changed_at";
    private static final String STATES = BUDGET + ", s.spent, s.reached_at FROM budget b LEFT JOIN budget_spend s"
            + " ON s.budget = b.id AND s.begins_at = CASE WHEN b.period = 'DAY' THEN ? ELSE ? END"
            + " WHERE b.account = ANY(?) ORDER BY b.created_at, b.id";
    private static final String SPENT = "SELECT COALESCE(SUM(amount), 0) AS nanos FROM usage_event WHERE account = ?"
            + " AND batch > ? AND batch <= ? AND occurred_at >= ? AND occurred_at < ?";

    @Inject
    Database database;

    @Inject
    HoldRepository holds;

    void insert(Budget budget, String actor) {
        database.update(
                "INSERT INTO budget (id, account, project, api_key, period, amount, mode, counts_from, actor,"
                        + " created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                budget.id(),
                budget.account(),
                column(budget.scope().project()),
                column(budget.scope().apiKey()),
                budget.period(),
                budget.amount(),
                budget.mode(),
                budget.countsFrom(),
                actor,
                budget.createdAt(),
                budget.changedAt());
    }

    void save(Budget budget) {
        database.update(
                "UPDATE budget SET amount = ?, mode = ?, changed_at = ? WHERE id = ?",
                budget.amount(),
                budget.mode(),
                budget.changedAt(),
                budget.id());
    }

    void delete(String id) {
        database.update("DELETE FROM budget_spend WHERE budget = ?", id);
        database.update("DELETE FROM budget WHERE id = ?", id);
    }

    Optional<Budget> find(String id) {
        return database.one(BUDGET + " FROM budget b WHERE b.id = ?", BudgetRepository::budget, id);
    }

    /** The budgets of accounts. */
    List<Budget> of(Collection<AccountId> accounts) {
        Object[] ids = accounts.stream().map(AccountId::value).toArray(Long[]::new);
        return database.list(
                BUDGET + " FROM budget b WHERE b.account = ANY(?) ORDER BY b.id", BudgetRepository::budget, (Object)
                        ids);
    }

    int count(AccountId account) {
        return database.one("SELECT COUNT(*) AS n FROM budget WHERE account = ?", row -> row.getInt("n"), account)
                .orElse(0);
    }

    /** How the budgets of an account stand at this moment, oldest first. */
    List<BudgetState> states(AccountId account, Instant now) {
        return states(Set.of(account), now).getOrDefault(account, List.of());
    }

    /** How the budgets of accounts stand at this moment, oldest first. */
    Map<AccountId, List<BudgetState>> states(Set<AccountId> accounts, Instant now) {
        List<BudgetState> spent = database.list(
                STATES,
                row -> state(row, now),
                BudgetPeriod.DAY.startOf(now),
                BudgetPeriod.MONTH.startOf(now),
                accounts.stream().map(AccountId::value).toArray(Long[]::new));
        if (spent.isEmpty()) {
            return Map.of();
        }
        List<HoldRepository.Held> held = holds.held(accounts);
        return spent.stream()
                .map(state -> state.holding(sum(held, state.budget())))
                .collect(Collectors.groupingBy(state -> state.budget().account()));
    }

    private static Money sum(List<HoldRepository.Held> held, Budget budget) {
        return held.stream()
                .filter(hold -> hold.account().equals(budget.account()))
                .filter(hold -> budget.scope().includes(hold.labels()))
                .map(HoldRepository.Held::rest)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Adds to what was spent in the period that begins then; says whether that reached the budget. */
    boolean add(Budget budget, Instant beginsAt, Money more, Instant now) {
        int within = database.update(
                "UPDATE budget_spend SET spent = spent + ? WHERE budget = ? AND begins_at = ?"
                        + " AND (reached_at IS NOT NULL OR spent + ? < ?)",
                more,
                budget.id(),
                beginsAt,
                more,
                budget.amount());
        if (within == 1) {
            return false;
        }
        int reaching = database.update(
                "UPDATE budget_spend SET spent = spent + ?, reached_at = ? WHERE budget = ? AND begins_at = ?",
                more,
                now,
                budget.id(),
                beginsAt);
        return reaching == 1 || begin(budget, beginsAt, more, now);
    }

    private boolean begin(Budget budget, Instant beginsAt, Money spent, Instant now) {
        boolean reached = !spent.isLessThan(budget.amount());
        database.update(
                "INSERT INTO budget_spend (budget, begins_at, spent, reached_at) VALUES (?, ?, ?, ?)",
                budget.id(),
                beginsAt,
                spent,
                reached ? now : null);
        return reached;
    }

    /** After its amount has changed: whether it is reached, in the running period and after it. */
    void compare(Budget budget, Instant now) {
        database.update(
                "UPDATE budget_spend SET reached_at = CASE WHEN spent < ? THEN NULL WHEN reached_at IS NULL THEN ?"
                        + " ELSE reached_at END WHERE budget = ? AND begins_at >= ?",
                budget.amount(),
                now,
                budget.id(),
                budget.period().startOf(now));
    }

    /** Adds up, from the account's usage, what a budget would have counted, going on where {@code before} ended. */
    BudgetCount count(AccountId account, BudgetScope scope, BudgetPeriod period, Instant now, BudgetCount before) {
        long newest = database.one(
                        "SELECT batches FROM ledger_balance WHERE account = ?", row -> row.getLong("batches"), account)
                .orElse(0L);
        Instant start = period.startOf(now);
        Instant end = period.endOf(now);
        return new BudgetCount(
                newest,
                before.now().plus(spent(account, scope, before.batch(), newest, start, end)),
                before.ahead().plus(spent(account, scope, before.batch(), newest, end, period.endOf(end))));
    }

    private Money spent(AccountId account, BudgetScope scope, long after, long through, Instant start, Instant end) {
        SqlText sql = new SqlText()
                .add(SPENT, account, after, through, start, end)
                .addIf(" AND project = ?", scope.project())
                .addIf(" AND api_key = ?", scope.apiKey());
        return database.one(sql.toString(), row -> Database.money(row, "nanos"), sql.values())
                .orElse(Money.ZERO);
    }

    private static BudgetState state(ResultSet row, Instant now) throws SQLException {
        Budget budget = budget(row);
        return new BudgetState(
                budget,
                budget.period().startOf(now),
                Database.money(row, "spent"),
                Money.ZERO,
                Database.instantOrNull(row, "reached_at"));
    }

    private static Budget budget(ResultSet row) throws SQLException {
        return new Budget(
                row.getString("id"),
                new AccountId(row.getLong("account")),
                new BudgetScope(value(row.getString("project")), value(row.getString("api_key"))),
                BudgetPeriod.valueOf(row.getString("period")),
                Database.money(row, "amount"),
                BudgetMode.valueOf(row.getString("mode")),
                Database.instant(row, "counts_from"),
                Database.instant(row, "created_at"),
                Database.instant(row, "changed_at"));
    }

    private static String column(@Nullable String label) {
        return Objects.requireNonNullElse(label, "");
    }

    private static @Nullable String value(String column) {
        return column.isEmpty() ? null : column;
    }
}
