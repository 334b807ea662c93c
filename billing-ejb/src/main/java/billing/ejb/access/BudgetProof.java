package billing.ejb.access;

import billing.domain.access.Budget;
import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.ejb.ledger.BooksProof;
import billing.ejb.ledger.Finding;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Proves that each budget has counted the usage of its scope, period by period, and that the writer knows of all budgets. */
@Dependent
@SuppressWarnings("NullAway.Init")
class BudgetProof implements BooksProof {
    private static final String WATCHED = "SELECT budgets FROM ledger_balance WHERE account = ?";
    private static final String COUNTED = "SELECT begins_at, spent FROM budget_spend WHERE budget = ?";
    private static final String USED = "SELECT CAST(occurred_at AS DATE) AS used_on, api_key, project,"
            + " SUM(amount) AS amount FROM usage_event WHERE account = ?"
            + " GROUP BY CAST(occurred_at AS DATE), api_key, project";

    @Inject
    Database database;

    @Inject
    BudgetRepository budgets;

    /** What was used on a day with the same labels. */
    private record Used(Instant day, Labels labels, Money amount) {}

    @Override
    public List<Finding> prove(AccountId account) {
        List<Finding> findings = new ArrayList<>();
        List<Budget> all = budgets.of(List.of(account));
        int watched =
                database.one(WATCHED, row -> row.getInt("budgets"), account).orElse(0);
        if (watched != all.size()) {
            findings.add(Finding.of(
                    "BUDGETS_WRONG", account, "the balance row knows " + watched + " budgets of " + all.size()));
        }
        if (!all.isEmpty()) {
            List<Used> used = used(account);
            all.forEach(budget -> prove(budget, used, findings));
        }
        return findings;
    }

    private void prove(Budget budget, List<Used> used, List<Finding> findings) {
        Map<Instant, Money> off = new TreeMap<>();
        used.stream()
                .filter(use -> !use.day().isBefore(budget.countsFrom()))
                .filter(use -> budget.scope().includes(use.labels()))
                .forEach(use -> off.merge(budget.period().startOf(use.day()), use.amount(), Money::plus));
        database.list(
                        COUNTED,
                        row -> Map.entry(Database.instant(row, "begins_at"), Database.money(row, "spent")),
                        budget.id())
                .forEach(counted ->
                        off.merge(counted.getKey(), counted.getValue().negated(), Money::plus));
        off.forEach((beginsAt, more) -> {
            if (!more.equals(Money.ZERO)) {
                findings.add(Finding.of(
                        "BUDGET_COUNT_WRONG",
                        budget.account(),
                        "budget " + budget.id() + " has counted " + more + " too little from " + beginsAt));
            }
        });
    }

    private List<Used> used(AccountId account) {
        return database.list(
                USED,
                row -> new Used(
                        day(row.getString("used_on")),
                        new Labels(row.getString("api_key"), row.getString("project"), null),
                        Database.money(row, "amount")),
                account);
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }
}
