package billing.ejb.invoice;

import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Who works on month ends: one node, for half a minute at a time, by the database's clock. Each time it changes hands its token
 * grows, and whoever has an old token can't commit any more.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MonthLease {
    private static final String UNTIL = "until_at = CURRENT_TIMESTAMP + INTERVAL '30' SECOND";

    @Inject
    Database database;

    /** Takes it, if nobody has it or whoever had it is silent; a holder takes its own anew. */
    Optional<Long> take(String holder) {
        int taken = database.update(
                "UPDATE month_lease SET token = token + 1, holder = ?, " + UNTIL
                        + " WHERE id = 1 AND (until_at < CURRENT_TIMESTAMP OR holder = ?)",
                holder,
                holder);
        return taken == 0
                ? Optional.empty()
                : database.one("SELECT token FROM month_lease WHERE id = 1", row -> row.getLong("token"));
    }

    /** Keeps it until the caller's transaction ends, and half a minute longer; false if somebody else has it. */
    boolean keep(long token) {
        return database.update("UPDATE month_lease SET " + UNTIL + " WHERE id = 1 AND token = ?", token) == 1;
    }

    /** Whether somebody is at it. */
    boolean isHeld() {
        return database.one(
                        "SELECT token FROM month_lease WHERE id = 1 AND until_at > CURRENT_TIMESTAMP",
                        row -> row.getLong("token"))
                .isPresent();
    }

    /** Gives it back. */
    void release(long token) {
        database.update(
                "UPDATE month_lease SET until_at = TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00', holder = 'nobody'"
                        + " WHERE id = 1 AND token = ?",
                token);
    }
}
