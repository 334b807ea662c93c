package billing.domain.access;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credits reserved for costly work, so that it can't be overspent while it runs.
 *
 * @param rest what of the amount is held still; zero once it is not open
 * @param charged what was debited for it: its events, its expiry and its settlement together
 * @param actor who asked for it
 * @param ending how it ended, null while it is open
 */
public record Hold(
        String id,
        HoldTerms terms,
        HoldStatus status,
        Money rest,
        Money charged,
        Instant createdAt,
        Instant expiresAt,
        String actor,
        @Nullable Ending ending) {

    /**
     * The end of a hold.
     *
     * @param by the request that ended it; null if time did
     * @param total what the work cost in all, if it was settled
     */
    public record Ending(
            Instant at, @Nullable String by, @Nullable Money total) {}

    /** A new hold. */
    public static Hold open(String id, HoldTerms terms, String actor, Instant now) {
        return new Hold(
                id, terms, HoldStatus.OPEN, terms.amount(), Money.ZERO, now, now.plus(terms.lifetime()), actor, null);
    }

    public AccountId account() {
        return terms.account();
    }

    public boolean isOpen() {
        return status == HoldStatus.OPEN;
    }

    /** Whether this request has ended it. */
    public boolean wasEndedBy(String request) {
        return ending != null && request.equals(ending.by());
    }

    /** Whether it was settled, and this was the total. */
    public boolean wasSettledFor(Money total) {
        return ending != null && total.equals(ending.total());
    }

    /** The work is done and cost that much in all; what the caller has to post is the {@link #difference}. */
    public Hold settled(Money total, String by, Instant at) {
        return ended(HoldStatus.SETTLED, total, new Ending(at, by, total));
    }

    /** The work is not done; what its events have cost stays charged. */
    public Hold released(String by, Instant at) {
        return ended(HoldStatus.RELEASED, charged, new Ending(at, by, null));
    }

    /** Its time is over; what the caller has to post is the {@link #difference}. */
    public Hold expired(Instant at) {
        Money due = terms.onExpiry() == OnExpiry.CHARGE ? charged.plus(rest) : charged;
        return ended(HoldStatus.EXPIRED, due, new Ending(at, null, null));
    }

    /** What this state has charged more than the one before; negative if less. */
    public Money difference(Hold before) {
        return charged.minus(before.charged);
    }

    /** Runs until then, or for as long as it had before if that is longer. */
    public Hold extended(Instant until) {
        Instant later = until.isAfter(expiresAt) ? until : expiresAt;
        return new Hold(id, terms, status, rest, charged, createdAt, later, actor, ending);
    }

    private Hold ended(HoldStatus next, Money chargedInAll, Ending how) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("BILL-0701 hold " + id + " is " + status + " and can't be " + next);
        }
        return new Hold(id, terms, next, Money.ZERO, chargedInAll, createdAt, expiresAt, actor, how);
    }
}
