package billing.ejb.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One transaction: its moment, its tables, and the events that it will have caused when it commits. */
final class Tx {

    /**
     * Who caused the transaction.
     *
     * @param address where this simulator's hosted pages are
     */
    record Origin(@Nullable String requestId, @Nullable String idempotencyKey, String address) {}

    private final Connection connection;
    private final Instant now;
    private final Origin origin;
    private final Journal journal;

    Tx(Connection connection, Instant now, Origin origin, boolean notifying) {
        this.connection = connection;
        this.now = now;
        this.origin = origin;
        this.journal = new Journal(this, notifying);
    }

    Instant now() {
        return now;
    }

    Origin origin() {
        return origin;
    }

    Documents documents() {
        return new Documents(connection);
    }

    Attempts attempts() {
        return new Attempts(connection);
    }

    Faults faults() {
        return new Faults(connection);
    }

    Outbox outbox() {
        return new Outbox(connection);
    }

    IdempotencyKeys idempotencyKeys() {
        return new IdempotencyKeys(connection);
    }

    Ports ports() {
        return new Ports(connection);
    }

    /** The object as it stands now becomes an event of this type. */
    void publish(String type, Doc doc) {
        journal.add(type, doc.body(), doc.text("customer"));
    }

    /** For objects that do not say themselves whose they are. */
    void publish(String type, Doc doc, @Nullable String customer) {
        journal.add(type, doc.body(), customer);
    }

    /**
     * Writes the events down, just before the commit.
     *
     * @return the notices that must go out before the request is answered
     */
    List<Long> writeEvents() throws SQLException {
        return journal.write();
    }
}
