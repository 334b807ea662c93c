package billing.ejb.sandbox;

import billing.ejb.runtime.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Where the sandbox's clock stands, in the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class SandboxClockSteps {
    @Inject
    Database database;

    public Duration ahead() {
        return database.one("SELECT ahead_micros FROM sandbox_clock", row -> row.getLong("ahead_micros"))
                .map(micros -> Duration.of(micros, ChronoUnit.MICROS))
                .orElse(Duration.ZERO);
    }

    /** Moves it on, never back: a node that knows less does not undo what another one did. */
    public void moveTo(Duration ahead) {
        long micros = ahead.toNanos() / 1_000;
        database.update("UPDATE sandbox_clock SET ahead_micros = ? WHERE ahead_micros < ?", micros, micros);
    }
}
