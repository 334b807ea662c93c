package billing.bench;

import billing.domain.id.AccountId;
import java.util.stream.Collectors;

/**
 * Events of long ago in the product's table, as the raw side's {@code prefill.sql} makes them: random ids, spread over all
 * accounts. They cost nothing, so the books still fit.
 */
final class StoredEvents {

    private StoredEvents() {}

    static void write(Stage stage) {
        String accounts = stage.accounts().ids().stream()
                .map(id -> String.valueOf(AccountId.parse(id).orElseThrow().value()))
                .collect(Collectors.joining(","));
        stage.postgres()
                .execute(
                        Postgres.PRODUCT,
                        "ALTER TABLE usage_event DROP CONSTRAINT usage_event_pkey",
                        "DROP INDEX usage_event_by_batch",
                        """
                        INSERT INTO usage_event (account, event_id, batch, sku_id, quantity, amount, content, occurred_at, recorded_at)
                        SELECT (ARRAY[%s])[1 + g %% %d], 'req-' || (random()*9e15)::bigint || '-' || g, 0,
                               (SELECT id FROM sku WHERE code = '%s'), 1234, 0, 0, t.at, t.at
                        FROM generate_series(1, %d) g,
                             (SELECT (now() AT TIME ZONE 'UTC')::timestamp(6) - interval '1 day' AS at) t
                        """.formatted(
                                        accounts,
                                        stage.accounts().count(),
                                        Accounts.SKU,
                                        stage.options().stored()),
                        "ALTER TABLE usage_event ADD PRIMARY KEY (account, event_id)",
                        "CREATE INDEX usage_event_by_batch ON usage_event (account, batch)",
                        "VACUUM ANALYZE usage_event");
    }
}
