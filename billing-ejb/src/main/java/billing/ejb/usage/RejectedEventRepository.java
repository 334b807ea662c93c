package billing.ejb.usage;

import billing.domain.id.Page;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The desk in the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class RejectedEventRepository {
    /** How many rows a statement takes. */
    static final int CHUNK = 100;

    private static final String ROW =
            "SELECT id, account_text, event_id, code, message, body, received_at, replayed_at, dismissed_at, dismissed_by"
                    + " FROM rejected_event";

    @Inject
    Database database;

    /** At most {@link #CHUNK} of them; what was known of the same events is forgotten. */
    void add(List<RejectedEvent> events, Instant now) {
        events.forEach(this::forget);
        database.update(
                "INSERT INTO rejected_event (account_text, event_id, code, message, body, received_at) VALUES "
                        + times(events, "(?, ?, ?, ?, ?, ?)"),
                events.stream().flatMap(one -> values(one, now)).toArray());
    }

    /** One by one, because H2 finds no index for a list of pairs. */
    private void forget(RejectedEvent event) {
        database.update(
                "DELETE FROM rejected_event WHERE account_text = ? AND event_id = ? AND dismissed_at IS NULL",
                event.account(),
                event.eventId());
    }

    private static Stream<Object> values(RejectedEvent one, Instant now) {
        return Stream.of(one.account(), one.eventId(), one.code(), one.message(), one.body(), now);
    }

    /** Forgets all but the newest. */
    void keepNewest(int count) {
        database.update("DELETE FROM rejected_event WHERE id <= (SELECT MAX(id) FROM rejected_event) - ?", count);
    }

    Page<DeskEvent> list(DeskQuery query) {
        SqlText sql = new SqlText()
                .add(ROW + " WHERE id < ?", query.before())
                .add(" AND dismissed_at IS" + (query.dismissed() ? " NOT NULL" : " NULL"))
                .addIf(" AND code = ?", query.code())
                .addIf(" AND account_text = ?", query.account())
                .add(" ORDER BY id DESC FETCH FIRST ? ROWS ONLY", query.limit() + 1);
        List<DeskEvent> found = database.list(sql.toString(), RejectedEventRepository::event, sql.values());
        return Page.of(found, query.limit(), event -> Long.toString(event.id()));
    }

    /** Those of them that wait. */
    List<DeskEvent> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.list(
                        ROW + " WHERE id IN (" + times(ids, "?") + ") AND dismissed_at IS NULL ORDER BY id",
                        RejectedEventRepository::event,
                        ids.toArray());
    }

    /** How many wait. */
    long count() {
        return database.one(
                        "SELECT COUNT(*) AS events FROM rejected_event WHERE dismissed_at IS NULL",
                        row -> row.getLong("events"))
                .orElseThrow();
    }

    void remove(long id) {
        database.update("DELETE FROM rejected_event WHERE id = ?", id);
    }

    /** False if it does not wait any more. */
    boolean dismiss(long id, String actor, Instant now) {
        return database.update(
                        "UPDATE rejected_event SET dismissed_at = ?, dismissed_by = ? WHERE id = ? AND dismissed_at IS NULL",
                        now,
                        actor,
                        id)
                > 0;
    }

    void refusedAgain(long id, String code, String message, Instant now) {
        database.update(
                "UPDATE rejected_event SET code = ?, message = ?, replayed_at = ? WHERE id = ?",
                code,
                message,
                now,
                id);
    }

    private static String times(Collection<?> rows, String placeholders) {
        return String.join(", ", Collections.nCopies(rows.size(), placeholders));
    }

    private static DeskEvent event(ResultSet row) throws SQLException {
        RejectedEvent event = new RejectedEvent(
                row.getString("account_text"),
                row.getString("event_id"),
                row.getString("code"),
                row.getString("message"),
                row.getString("body"));
        return new DeskEvent(
                row.getLong("id"),
                event,
                Database.instant(row, "received_at"),
                Database.instantOrNull(row, "replayed_at"),
                dismissal(row));
    }

    private static DeskEvent.@Nullable Dismissal dismissal(ResultSet row) throws SQLException {
        Instant at = Database.instantOrNull(row, "dismissed_at");
        return at == null ? null : new DeskEvent.Dismissal(at, row.getString("dismissed_by"));
    }
}
