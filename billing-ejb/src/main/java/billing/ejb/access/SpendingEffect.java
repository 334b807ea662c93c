package billing.ejb.access;

import billing.domain.access.Budget;
import billing.domain.access.BudgetScope;
import billing.domain.access.Hold;
import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.usage.RatedEvent;
import billing.ejb.account.ContactService;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import billing.ejb.notice.Phrase;
import billing.ejb.usage.UsageEffect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What usage does to holds and budgets, in the transaction that records it. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class SpendingEffect implements UsageEffect {
    @Inject
    HoldRepository holds;

    @Inject
    BudgetRepository budgets;

    @Inject
    ContactService contacts;

    @Inject
    InstantSource clock;

    private record Period(String budget, Instant beginsAt) {}

    @Override
    public Map<AccountId, Set<String>> knownHolds(Map<AccountId, Set<String>> named) {
        Set<String> all = named.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        if (all.isEmpty()) {
            return Map.of();
        }
        return holds.find(all).stream()
                .collect(Collectors.groupingBy(Hold::account, Collectors.mapping(Hold::id, Collectors.toSet())));
    }

    @Override
    public Map<AccountId, Money> shrinkHolds(Collection<RatedEvent> events) {
        Map<String, Money> costs = new TreeMap<>();
        for (RatedEvent event : events) {
            @Nullable String hold = event.event().holdId();
            if (hold != null) {
                costs.merge(hold, event.amount(), Money::plus);
            }
        }
        if (costs.isEmpty()) {
            return Map.of();
        }
        Map<AccountId, Money> less = new HashMap<>();
        for (Hold hold : holds.find(costs.keySet())) {
            Money cost = costs.getOrDefault(hold.id(), Money.ZERO);
            Money ofRest = cost.min(hold.rest());
            holds.use(hold.id(), cost, ofRest);
            less.merge(hold.account(), ofRest, Money::plus);
        }
        return less;
    }

    @Override
    public void countBudgets(List<RatedEvent> events) {
        Set<AccountId> accounts = events.stream().map(RatedEvent::account).collect(Collectors.toSet());
        if (accounts.isEmpty()) {
            return;
        }
        Map<AccountId, List<Budget>> watching =
                budgets.of(accounts).stream().collect(Collectors.groupingBy(Budget::account));
        Map<String, Budget> byId = new TreeMap<>();
        Map<Period, Money> sums = new HashMap<>();
        for (RatedEvent event : events) {
            watching.getOrDefault(event.account(), List.of()).stream()
                    .filter(budget -> counts(budget, event))
                    .forEach(budget -> {
                        byId.put(budget.id(), budget);
                        Instant beginsAt = budget.period().startOf(event.event().occurredAt());
                        sums.merge(new Period(budget.id(), beginsAt), event.amount(), Money::plus);
                    });
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sums.forEach(
                (period, sum) -> add(Objects.requireNonNull(byId.get(period.budget())), period.beginsAt(), sum, now));
    }

    private void add(Budget budget, Instant beginsAt, Money sum, Instant now) {
        if (budgets.add(budget, beginsAt, sum, now)) {
            contacts.tell(budget.account(), reached(budget, beginsAt));
        }
    }

    /** Told once in a period, and again if the budget was raised and is reached again. */
    private static Mail reached(Budget budget, Instant beginsAt) {
        return new Mail(
                MailKind.BUDGET_REACHED,
                List.of(scope(budget.scope()), budget.period(), budget.amount(), budget.mode(), beginsAt),
                "/settings/budgets",
                budget.id() + " " + beginsAt + " " + budget.amount());
    }

    private static Phrase scope(BudgetScope scope) {
        List<Object> labels = Stream.of(scope.project(), scope.apiKey())
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
        if (labels.size() == 2) {
            return new Phrase("BUDGET_REACHED.both", labels);
        }
        String one = scope.project() != null ? "BUDGET_REACHED.project" : "BUDGET_REACHED.apiKey";
        return new Phrase(labels.isEmpty() ? "BUDGET_REACHED.account" : one, labels);
    }

    private static boolean counts(Budget budget, RatedEvent event) {
        return !event.event().occurredAt().isBefore(budget.countsFrom())
                && budget.scope().includes(event.event().labels());
    }
}
