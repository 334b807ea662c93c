package billing.ejb.access;

import billing.domain.access.Hold;
import billing.domain.access.HoldStatus;
import billing.domain.id.AccountId;
import billing.domain.id.Page;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reserves credits before costly work, so that two that begin at once can't both spend the last ones. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class HoldService {
    @Inject
    HoldSteps steps;

    @Inject
    HoldRepository holds;

    @Inject
    AccountTurns turns;

    /** Holds an amount if access is open and the amount fits. Sent again under the same id, it is the same hold. */
    public HoldResult take(TakeHold command) {
        return turns.inTurn(command.terms().account(), () -> steps.take(command));
    }

    /** The work cost that much in all: what its events have not yet charged is charged, what is left is released. */
    public HoldResult settle(SettleHold command) {
        return inTurn(command.holdId(), () -> steps.settle(command));
    }

    /** The work is not done; the rest is available again. */
    public HoldResult release(String holdId, String request, String actor) {
        return inTurn(holdId, () -> steps.release(holdId, request, actor));
    }

    /** The work takes longer: the hold runs for at least that long from now on. */
    public HoldResult extend(String holdId, Duration lifetime) {
        return inTurn(holdId, () -> steps.extend(holdId, lifetime));
    }

    private HoldResult inTurn(String holdId, Supplier<HoldResult> work) {
        return holds.find(holdId)
                .map(hold -> turns.inTurn(hold.account(), work))
                .orElse(new HoldResult.Refused(HoldRefusal.NO_SUCH_HOLD));
    }

    public Optional<Hold> find(String holdId) {
        return holds.find(holdId);
    }

    /**
     * The holds of an account, newest first.
     *
     * @param status null for all
     * @param after the id that the page before ended with, null for the first page
     */
    public Page<Hold> list(AccountId account, @Nullable HoldStatus status, @Nullable String after, int limit) {
        Optional<Hold> last = Optional.ofNullable(after)
                .flatMap(holds::find)
                .filter(hold -> hold.account().equals(account));
        return holds.page(account, status, last.orElse(null), limit);
    }

    /** Whether a hold of the account is open, even if nothing of it is left. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean hasOpen(AccountId account) {
        return holds.hasOpen(account);
    }
}
