package billing.ejb.access;

import billing.domain.access.AccessDecision;
import billing.domain.access.BudgetState;
import billing.domain.access.Hold;
import billing.domain.access.HoldDenial;
import billing.domain.access.HoldStatus;
import billing.domain.access.HoldTerms;
import billing.domain.account.BillingAccount;
import billing.domain.ledger.Balance;
import billing.domain.money.Money;
import billing.domain.usage.UsageEvent;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.usage.HoldCharge;
import billing.ejb.usage.UsageService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/**
 * The transactions of a hold. Each locks the account's balance row before it reads the hold, so that a sweep, a settle and
 * the events of the work come one after the other, each seeing what the one before it has charged.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class HoldSteps {
    private static final Duration LATER = Duration.ofMinutes(1);
    /** Who charges what nobody ended in time. */
    private static final String TIME = "system";

    @Inject
    AccountService accounts;

    @Inject
    LedgerService ledger;

    @Inject
    UsageService usage;

    @Inject
    HoldRepository holds;

    @Inject
    BudgetRepository budgets;

    @Inject
    InstantSource clock;

    /** Opens a hold. The account's row is locked too, so that none is opened while the account is being closed. */
    public HoldResult take(TakeHold command) {
        Optional<BillingAccount> account = accounts.lock(command.terms().account());
        if (account.isEmpty()) {
            return new HoldResult.Refused(HoldRefusal.NO_SUCH_ACCOUNT);
        }
        Balance balance = ledger.lock(command.terms().account());
        Optional<Hold> before = holds.find(command.holdId());
        if (before.isPresent()) {
            return again(before.get(), command.terms());
        }
        Instant now = now();
        return denial(account.get(), balance, command.terms(), now)
                .<HoldResult>map(HoldResult.Denied::new)
                .orElseGet(() -> open(command, now));
    }

    private static HoldResult again(Hold before, HoldTerms terms) {
        return before.terms().equals(terms)
                ? new HoldResult.Accepted(before)
                : new HoldResult.Refused(HoldRefusal.KEY_REUSED);
    }

    private Optional<HoldDenial> denial(BillingAccount account, Balance balance, HoldTerms terms, Instant now) {
        AccessDecision access = AccessDecision.decide(
                account.status(),
                account.terms(),
                ledger.purchases(terms.account()),
                ledger.overdue(terms.account()),
                balance);
        Optional<BudgetState> exceeded = budgets.states(terms.account(), now).stream()
                .filter(budget -> budget.isExceededBy(terms.labels(), terms.amount()))
                .min(Comparator.comparing(BudgetState::left));
        return HoldDenial.of(access, terms.amount(), exceeded);
    }

    private HoldResult open(TakeHold command, Instant now) {
        Hold hold = Hold.open(command.holdId(), command.terms(), command.actor(), now);
        holds.insert(hold);
        ledger.hold(hold.account(), hold.rest());
        return new HoldResult.Accepted(hold);
    }

    /** Charges what is missing to the total, or gives back what was too much, and releases the rest. */
    public HoldResult settle(SettleHold command) {
        return locked(command.holdId())
                .map(hold -> settle(hold, command))
                .orElse(new HoldResult.Refused(HoldRefusal.NO_SUCH_HOLD));
    }

    private HoldResult settle(Hold hold, SettleHold command) {
        if (hold.wasEndedBy(command.request())) {
            return hold.wasSettledFor(command.total())
                    ? new HoldResult.Accepted(hold)
                    : new HoldResult.Refused(HoldRefusal.KEY_REUSED);
        }
        if (!hold.status().mayBecome(HoldStatus.SETTLED)) {
            return refused(hold);
        }
        Hold settled = hold.settled(command.total(), command.request(), now());
        return new HoldResult.Accepted(end(hold, settled, command.actor()));
    }

    /** Releases the rest. One that is released already stays so, whoever did it. */
    public HoldResult release(String holdId, String request, String actor) {
        return locked(holdId)
                .map(hold -> release(hold, request, actor))
                .orElse(new HoldResult.Refused(HoldRefusal.NO_SUCH_HOLD));
    }

    private HoldResult release(Hold hold, String request, String actor) {
        if (hold.status() == HoldStatus.RELEASED) {
            return new HoldResult.Accepted(hold);
        }
        if (!hold.isOpen()) {
            return refused(hold);
        }
        return new HoldResult.Accepted(end(hold, hold.released(request, now()), actor));
    }

    /** Lets it run longer. */
    public HoldResult extend(String holdId, Duration lifetime) {
        return locked(holdId)
                .map(hold -> extend(hold, lifetime))
                .orElse(new HoldResult.Refused(HoldRefusal.NO_SUCH_HOLD));
    }

    private HoldResult extend(Hold hold, Duration lifetime) {
        if (!hold.isOpen()) {
            return refused(hold);
        }
        if (!hold.expiresAt().isAfter(now())) {
            return new HoldResult.Refused(HoldRefusal.EXPIRED);
        }
        Hold longer = hold.extended(now().plus(lifetime));
        holds.save(longer);
        return new HoldResult.Accepted(longer);
    }

    /** Ends a hold whose time is over, unless somebody was faster. */
    public void expire(String holdId) {
        locked(holdId)
                .filter(hold -> hold.isOpen() && !hold.expiresAt().isAfter(now()))
                .ifPresent(hold -> end(hold, hold.expired(now()), TIME));
    }

    /** Something went wrong while it was to expire: not again at once. */
    public void postpone(String holdId) {
        holds.postpone(holdId, now().plus(LATER));
    }

    /** The hold as it is now, with its account's balance locked until the transaction ends. */
    private Optional<Hold> locked(String holdId) {
        return holds.find(holdId).flatMap(found -> {
            ledger.lock(found.account());
            return holds.find(holdId);
        });
    }

    private Hold end(Hold before, Hold after, String actor) {
        holds.save(after);
        if (!after.difference(before).equals(Money.ZERO)) {
            usage.post(charge(before, after, actor));
        } else if (before.rest().isPositive()) {
            ledger.hold(before.account(), before.rest().negated());
        }
        return after;
    }

    /** A hold expires at most once and is settled at most once, so its id and its state name the charge. */
    private HoldCharge charge(Hold before, Hold after, String actor) {
        HoldTerms terms = after.terms();
        return new HoldCharge(
                after.account(),
                UsageEvent.ofHold(after.id(), after.status().name()),
                terms.product(),
                terms.labels(),
                after.id(),
                after.difference(before),
                before.rest(),
                now(),
                actor);
    }

    private static HoldResult refused(Hold hold) {
        return new HoldResult.Refused(
                switch (hold.status()) {
                    case RELEASED -> HoldRefusal.RELEASED;
                    case SETTLED -> HoldRefusal.SETTLED;
                    case EXPIRED -> HoldRefusal.EXPIRED;
                    case OPEN -> throw new IllegalStateException("an open hold refuses nothing");
                });
    }

    /** To the microsecond, which is what the database keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
