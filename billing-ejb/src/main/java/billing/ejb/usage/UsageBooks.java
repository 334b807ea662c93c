package billing.ejb.usage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.usage.RatedEvent;
import billing.ejb.ledger.BatchDebit;
import billing.ejb.ledger.DebitService;
import billing.ejb.ledger.OpenBooks;
import billing.ejb.usage.Rejection.Code;
import billing.ejb.usage.Slot.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The one way in which usage gets into the books, in the caller's transaction: lock, insert what is new, then debit what
 * really was inserted. In this order nothing is debited that was there before, and nothing recorded that is not debited.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class UsageBooks {
    /** Who did it: the platform, whichever of its keys. */
    private static final String ACTOR = "platform";

    @Inject
    DebitService debits;

    @Inject
    UsageRepository usage;

    @Inject
    @Any
    Instance<UsageEffect> effects;

    /**
     * Decides every slot, all rated by one price list.
     *
     * @return false, and nothing is recorded, if the list has changed since
     */
    boolean record(List<Slot> slots) {
        Map<AccountId, OpenBooks> books =
                debits.lock(slots.stream().map(Slot::account).collect(toSet()));
        refuseUnknownAccounts(slots, books);
        refuseUnknownHolds(slots);
        Map<UsageKey, Slot> first = new LinkedHashMap<>();
        slots.stream().filter(Slot::isOpen).forEach(slot -> first.putIfAbsent(key(slot), slot));
        Optional<Map<UsageKey, Long>> before = insert(first.values(), books);
        before.ifPresent(stored -> {
            slots.stream().filter(Slot::isOpen).forEach(slot -> decide(slot, first, stored));
            debit(slots, books);
        });
        return before.isPresent();
    }

    private Optional<Map<UsageKey, Long>> insert(Collection<Slot> slots, Map<AccountId, OpenBooks> books) {
        if (slots.isEmpty()) {
            return Optional.of(Map.of());
        }
        long priceList = slots.iterator().next().priceList();
        return usage.insert(slots.stream().map(Slot::rated).toList(), priceList, books);
    }

    private static void refuseUnknownAccounts(List<Slot> slots, Map<AccountId, OpenBooks> books) {
        slots.stream()
                .filter(slot -> !books.containsKey(slot.account()))
                .forEach(
                        slot -> slot.reject(Code.UNKNOWN_ACCOUNT, slot.account().toString()));
    }

    private void refuseUnknownHolds(List<Slot> slots) {
        List<Slot> named = slots.stream()
                .filter(slot -> slot.isOpen() && slot.event().holdId() != null)
                .toList();
        if (named.isEmpty()) {
            return;
        }
        Map<AccountId, Set<String>> ids = named.stream()
                .collect(groupingBy(
                        Slot::account,
                        mapping(slot -> String.valueOf(slot.event().holdId()), toSet())));
        Map<AccountId, Set<String>> known = new HashMap<>();
        effects.forEach(effect -> known.putAll(effect.knownHolds(ids)));
        for (Slot slot : named) {
            String hold = String.valueOf(slot.event().holdId());
            if (!known.getOrDefault(slot.account(), Set.of()).contains(hold)) {
                slot.reject(Code.UNKNOWN_HOLD, hold);
            }
        }
    }

    private static void decide(Slot slot, Map<UsageKey, Slot> first, Map<UsageKey, Long> before) {
        Slot sent = first.getOrDefault(key(slot), slot);
        Long stored = before.get(key(slot));
        if (stored == null && sent == slot) {
            slot.decide(Outcome.ACCEPTED);
            return;
        }
        long content = stored == null ? sent.rated().content() : stored;
        slot.decide(slot.rated().content() == content ? Outcome.DUPLICATE : Outcome.CONFLICT);
    }

    private void debit(List<Slot> slots, Map<AccountId, OpenBooks> books) {
        List<RatedEvent> fresh = slots.stream()
                .filter(slot -> slot.is(Outcome.ACCEPTED))
                .map(Slot::rated)
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Map<AccountId, Money> amounts = new LinkedHashMap<>();
        fresh.forEach(event -> amounts.merge(event.account(), event.amount(), Money::plus));
        Map<AccountId, Money> released = shrinkHolds(fresh);
        countBudgets(fresh, books);
        List<BatchDebit> batch = new ArrayList<>();
        amounts.forEach((account, amount) -> batch.add(new BatchDebit(
                Objects.requireNonNull(books.get(account)), amount, released.getOrDefault(account, Money.ZERO))));
        debits.post(batch, ACTOR);
    }

    private Map<AccountId, Money> shrinkHolds(List<RatedEvent> fresh) {
        List<RatedEvent> named =
                fresh.stream().filter(event -> event.event().holdId() != null).toList();
        Map<AccountId, Money> released = new HashMap<>();
        if (!named.isEmpty()) {
            effects.forEach(effect ->
                    effect.shrinkHolds(named).forEach((account, less) -> released.merge(account, less, Money::plus)));
        }
        return released;
    }

    private void countBudgets(List<RatedEvent> fresh, Map<AccountId, OpenBooks> books) {
        List<RatedEvent> watched = fresh.stream()
                .filter(event -> {
                    OpenBooks open = books.get(event.account());
                    return open != null && open.isWatched();
                })
                .toList();
        if (!watched.isEmpty()) {
            effects.forEach(effect -> effect.countBudgets(watched));
        }
    }

    private static UsageKey key(Slot slot) {
        return new UsageKey(slot.account(), slot.event().id());
    }
}
