package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.domain.usage.RatedEvent;
import billing.domain.usage.UsageEvent;
import org.jspecify.annotations.Nullable;

/** An event on its way into the books: rated, perhaps rated again, and in the end decided. One thread at a time has it. */
final class Slot {
    /** What became of an event that was not rejected. */
    enum Outcome {
        ACCEPTED,
        DUPLICATE,
        CONFLICT
    }

    private final UsageEvent event;
    private @Nullable RatedEvent rated;
    private long priceList;
    private @Nullable Outcome outcome;
    private @Nullable Rejection rejection;

    Slot(UsageEvent event) {
        this.event = event;
    }

    UsageEvent event() {
        return event;
    }

    AccountId account() {
        return event.account();
    }

    /** @throws IllegalStateException before it is rated */
    RatedEvent rated() {
        if (rated == null) {
            throw new IllegalStateException("not rated: " + event.id());
        }
        return rated;
    }

    /** The version of the price list that it is rated by. */
    long priceList() {
        return priceList;
    }

    void rate(RatedEvent at, long version) {
        rated = at;
        priceList = version;
    }

    void decide(Outcome decided) {
        outcome = decided;
    }

    void reject(Rejection.Code code, String detail) {
        rejection = new Rejection(event, code, detail);
    }

    boolean isOpen() {
        return outcome == null && rejection == null;
    }

    /** Forgets what a transaction decided that was rolled back. */
    void reopen() {
        outcome = null;
        rejection = null;
    }

    boolean is(Outcome asked) {
        return outcome == asked;
    }

    @Nullable
    Rejection rejection() {
        return rejection;
    }
}
