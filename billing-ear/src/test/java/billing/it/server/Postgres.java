package billing.it.server;

import billing.it.Property;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL on the port that the run's BILLING_DB_URL names. */
final class Postgres {

    private @Nullable EmbeddedPostgres running;

    void start() {
        try {
            running = EmbeddedPostgres.builder()
                    .setPort(Integer.parseInt(Property.of("billing.postgres.port")))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void stop() {
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
