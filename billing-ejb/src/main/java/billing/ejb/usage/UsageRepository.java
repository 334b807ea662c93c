package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.domain.ledger.Cause;
import billing.domain.usage.RatedEvent;
import billing.ejb.ledger.OpenBooks;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table of usage events. PostgreSQL takes a batch as arrays in one statement; any other database takes the same rows one
 * after the other. Whoever writes has the accounts' balance rows locked.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UsageRepository {
    private static final String INSERT_ALL = """
            INSERT INTO usage_event (account, event_id, batch, sku_id, quantity, amount, content, occurred_at, recorded_at,
              api_key, project, model, hold_id)
            SELECT u.account, u.event_id, u.batch, u.sku_id, u.quantity, u.amount, u.content,
              timestamp 'epoch' + u.at * interval '1 microsecond',
              timestamp 'epoch' + u.recorded * interval '1 microsecond', u.api_key, u.project, u.model,
              u.hold_id
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS u (account, event_id, batch, sku_id, quantity, amount, content, at, recorded, api_key, project, model, hold_id)
            WHERE (SELECT version FROM price_list WHERE id = 1) = ?
            ON CONFLICT DO NOTHING
            """;
    private static final String FIND_ALL = """
            SELECT e.account, e.event_id, e.batch, e.content FROM unnest(?, ?) AS u (account, event_id)
            JOIN usage_event e ON e.account = u.account AND e.event_id = u.event_id
            """;
    private static final String INSERT =
            "INSERT INTO usage_event (account, event_id, batch, sku_id, quantity, amount, content, occurred_at, recorded_at,"
                    + " api_key, project, model, hold_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND =
            "SELECT account, event_id, batch, content FROM usage_event WHERE account = ? AND event_id = ?";

    private record Stored(UsageKey key, long batch, long content) {}

    @Inject
    Database database;

    @Inject
    PriceRepository prices;

    /** Waits until nobody else writes to these slices; they are the caller's until the transaction ends. */
    void takeTurns(Collection<Integer> slices) {
        database.list(
                "SELECT slice FROM usage_slice WHERE slice = ANY(?) ORDER BY slice FOR UPDATE",
                row -> row.getInt("slice"),
                SqlArrays.numbers(slices, Integer::longValue));
    }

    /**
     * Inserts events with different keys, each into the next batch of its account.
     *
     * @param priceList the version of the list that they are rated by
     * @return the contents of those that were there before, which are left as they are; empty, and nothing is inserted, if
     *     the list has another version now
     */
    Optional<Map<UsageKey, Long>> insert(
            Collection<RatedEvent> events, long priceList, Map<AccountId, OpenBooks> books) {
        if (!database.takesArrays()) {
            return prices.version() == priceList ? Optional.of(insertEach(events, books)) : Optional.empty();
        }
        int inserted = insertAll(events, priceList, books);
        if (inserted == events.size()) {
            return Optional.of(Map.of());
        }
        return prices.version() == priceList ? Optional.of(before(events, books)) : Optional.empty();
    }

    /** In one statement with the look at the list's version: a round trip less for each group. */
    private int insertAll(Collection<RatedEvent> events, long priceList, Map<AccountId, OpenBooks> books) {
        return database.update(
                INSERT_ALL,
                accounts(events),
                ids(events),
                SqlArrays.numbers(events, event -> batch(event, books)),
                SqlArrays.numbers(events, event -> event.sku().id()),
                SqlArrays.decimals(events, event -> event.event().quantity()),
                SqlArrays.numbers(events, event -> event.amount().nanos()),
                SqlArrays.numbers(events, RatedEvent::content),
                SqlArrays.times(events, event -> event.event().occurredAt()),
                SqlArrays.times(events, event -> open(event, books).recordedAt()),
                SqlArrays.texts(events, event -> event.event().labels().apiKey()),
                SqlArrays.texts(events, event -> event.event().labels().project()),
                SqlArrays.texts(events, event -> event.event().labels().model()),
                SqlArrays.texts(events, event -> event.event().holdId()),
                priceList);
    }

    /** The contents of those that are there but not from now. */
    private Map<UsageKey, Long> before(Collection<RatedEvent> events, Map<AccountId, OpenBooks> books) {
        return database.list(FIND_ALL, UsageRepository::stored, accounts(events), ids(events)).stream()
                .filter(event -> event.batch() != nextBatch(event.key().account(), books))
                .collect(Collectors.toMap(Stored::key, Stored::content));
    }

    private static Object accounts(Collection<RatedEvent> events) {
        return SqlArrays.numbers(events, event -> event.account().value());
    }

    private static Object ids(Collection<RatedEvent> events) {
        return SqlArrays.texts(events, event -> event.event().id());
    }

    /** The batches in which a hold's events, and its charges, were debited. */
    List<Cause> chargedTo(AccountId account, String holdId) {
        return database.list(
                "SELECT DISTINCT batch FROM usage_event WHERE account = ? AND hold_id = ?",
                row -> Cause.usageBatch(row.getLong("batch")),
                account,
                holdId);
    }

    /** Inserts an event whose amount was stated, so that no price list matters; false if it is there already. */
    boolean insertStated(RatedEvent event, Map<AccountId, OpenBooks> books) {
        return insertEach(List.of(event), books).isEmpty();
    }

    private Map<UsageKey, Long> insertEach(Collection<RatedEvent> events, Map<AccountId, OpenBooks> books) {
        Map<UsageKey, Long> before = new HashMap<>();
        for (RatedEvent event : events) {
            database.one(
                            FIND,
                            UsageRepository::stored,
                            event.account(),
                            event.event().id())
                    .ifPresentOrElse(
                            stored -> before.put(stored.key(), stored.content()),
                            () -> insert(event, open(event, books)));
        }
        return before;
    }

    private void insert(RatedEvent event, OpenBooks books) {
        database.update(
                INSERT,
                event.account(),
                event.event().id(),
                books.nextBatch(),
                event.sku().id(),
                event.event().quantity(),
                event.amount(),
                event.content(),
                event.event().occurredAt(),
                books.recordedAt(),
                event.event().labels().apiKey(),
                event.event().labels().project(),
                event.event().labels().model(),
                event.event().holdId());
    }

    private static long batch(RatedEvent event, Map<AccountId, OpenBooks> books) {
        return open(event, books).nextBatch();
    }

    private static OpenBooks open(RatedEvent event, Map<AccountId, OpenBooks> books) {
        return open(event.account(), books);
    }

    private static long nextBatch(AccountId account, Map<AccountId, OpenBooks> books) {
        return open(account, books).nextBatch();
    }

    private static OpenBooks open(AccountId account, Map<AccountId, OpenBooks> books) {
        OpenBooks open = books.get(account);
        if (open == null) {
            throw new IllegalStateException("the books of " + account + " are not locked");
        }
        return open;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new UsageKey(new AccountId(row.getLong("account")), row.getString("event_id")),
                row.getLong("batch"),
                row.getLong("content"));
    }
}
