package billing.ejb.access;

import billing.domain.access.Budget;
import billing.domain.access.BudgetState;
import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The transactions of a budget, with the balance row locked: no usage is recorded while its counters are made. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class BudgetSteps {
    /** Each of them is counted with the account's usage. */
    private static final int MOST = 100;

    @Inject
    AccountService accounts;

    @Inject
    LedgerService ledger;

    @Inject
    BudgetRepository budgets;

    @Inject
    InstantSource clock;

    /**
     * Makes or changes a budget.
     *
     * @param before what was added up without a lock
     * @param countedAt in whose period that was
     */
    public BudgetResult set(String id, SetBudget command, BudgetCount before, Instant countedAt) {
        Optional<BillingAccount> account = accounts.lock(command.account());
        if (account.isEmpty()) {
            return new BudgetResult.NoSuchAccount();
        }
        if (!account.get().isOpen()) {
            return new BudgetResult.AccountClosed();
        }
        ledger.lock(command.account());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Budget> known = budgets.find(id);
        if (known.isEmpty() && budgets.count(command.account()) >= MOST) {
            return new BudgetResult.TooMany();
        }
        known.ifPresentOrElse(
                budget -> change(budget.changed(command.amount(), command.mode(), now)),
                () -> make(budget(id, command, now), command, ofSamePeriod(command, before, countedAt, now)));
        return new BudgetResult.Accepted(state(command.account(), id, now));
    }

    /** What was added up belongs to no other period; if one has begun meanwhile, all is added up again. */
    private static BudgetCount ofSamePeriod(SetBudget command, BudgetCount before, Instant countedAt, Instant now) {
        boolean same =
                command.period().startOf(countedAt).equals(command.period().startOf(now));
        return same ? before : BudgetCount.NOTHING;
    }

    private static Budget budget(String id, SetBudget command, Instant now) {
        return new Budget(
                id,
                command.account(),
                command.scope(),
                command.period(),
                command.amount(),
                command.mode(),
                command.period().startOf(now),
                now,
                now);
    }

    private void make(Budget budget, SetBudget command, BudgetCount before) {
        Instant now = budget.createdAt();
        BudgetCount count = budgets.count(budget.account(), budget.scope(), budget.period(), now, before);
        budgets.insert(budget, command.actor());
        budgets.add(budget, budget.period().startOf(now), count.now(), now);
        budgets.add(budget, budget.period().endOf(now), count.ahead(), now);
        ledger.watchedBy(budget.account(), budgets.count(budget.account()));
    }

    private void change(Budget budget) {
        budgets.save(budget);
        budgets.compare(budget, budget.changedAt());
        ledger.touch(budget.account());
    }

    private BudgetState state(AccountId account, String id, Instant now) {
        return budgets.states(account, now).stream()
                .filter(state -> state.budget().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Removes a budget and what it has counted. */
    public boolean remove(AccountId account, String id) {
        ledger.lock(account);
        boolean there = budgets.find(id)
                .filter(budget -> budget.account().equals(account))
                .isPresent();
        if (there) {
            budgets.delete(id);
            ledger.watchedBy(account, budgets.count(account));
        }
        return there;
    }
}
