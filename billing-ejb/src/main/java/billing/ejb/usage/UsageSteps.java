package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.domain.ledger.Cause;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.domain.usage.RatedEvent;
import billing.domain.usage.Sku;
import billing.domain.usage.UsageEvent;
import billing.ejb.ledger.BatchDebit;
import billing.ejb.ledger.DebitService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.OpenBooks;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The transactions in which usage is recorded. */
@Stateless
@SuppressWarnings("NullAway.Init")
public class UsageSteps {
    @Inject
    UsageBooks books;

    @Inject
    UsageRepository usage;

    @Inject
    DebitService debits;

    @Inject
    LedgerService ledger;

    @Inject
    @Any
    Instance<UsageEffect> effects;

    @Inject
    InstantSource clock;

    /**
     * Records a group, and decides each of its slots.
     *
     * @param alone whether no other node writes usage
     * @return false, and nothing is done, if prices have changed since the slots were rated
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean record(List<Slot> slots, boolean alone) {
        if (!alone) {
            usage.takeTurns(
                    slots.stream().map(slot -> UsageSlices.of(slot.account())).collect(Collectors.toSet()));
        }
        boolean oneList = slots.stream().mapToLong(Slot::priceList).distinct().count() == 1;
        return oneList && books.record(slots);
    }

    /** Posts the difference of a hold under the SKU of holds, once for each event id. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void post(HoldCharge charge, Sku sku) {
        AccountId account = charge.account();
        Map<AccountId, OpenBooks> open = debits.lock(List.of(account));
        OpenBooks its = open.get(account);
        RatedEvent event = RatedEvent.of(
                new UsageEvent(
                        charge.eventId(),
                        account,
                        sku.code(),
                        BigDecimal.ONE,
                        charge.at(),
                        charge.labels(),
                        charge.holdId()),
                sku,
                charge.amount());
        if (its == null || !usage.insertStated(event, open)) {
            throw new IllegalStateException("BILL-0606 the charge " + charge.eventId() + " is recorded already");
        }
        if (its.isWatched()) {
            effects.forEach(effect -> effect.countBudgets(List.of(event)));
        }
        post(charge, its);
    }

    private void post(HoldCharge charge, OpenBooks open) {
        if (!charge.amount().isNegative()) {
            debits.post(List.of(new BatchDebit(open, charge.amount(), charge.released())), charge.actor());
            return;
        }
        if (charge.released().isPositive()) {
            ledger.hold(charge.account(), charge.released().negated());
        }
        Cause cause = Cause.usageBatch(open.nextBatch());
        Money back = charge.amount().negated();
        Transfer transfer =
                new Transfer(charge.account(), EntryKind.USAGE_CORRECTED, back, cause, charge.actor(), clock.instant());
        ledger.giveBack(transfer, usage.chargedTo(charge.account(), charge.holdId()));
        ledger.countBatch(charge.account());
    }
}
