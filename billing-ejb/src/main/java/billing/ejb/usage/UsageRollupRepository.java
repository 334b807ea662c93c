package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The days that usage is summed up in. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UsageRollupRepository {
    private static final String ADD = "MERGE INTO usage_day AS d USING (SELECT u.account, u.facet, u.on_day,"
            + " u.recorded_month, u.sku_id, u.label, SUM(u.quantity) AS quantity, SUM(u.amount) AS amount,"
            + " SUM(u.events) AS events, MIN(u.first_batch) AS first_batch, MAX(u.last_batch) AS last_batch FROM ("
            + facets("e.account = ? AND e.batch > ? AND e.batch <= ?")
            + ") u GROUP BY u.account, u.facet, u.on_day, u.recorded_month, u.sku_id, u.label) AS n ON d.account ="
            + " n.account AND d.facet = n.facet AND d.on_day = n.on_day AND d.recorded_month = n.recorded_month AND"
            + " d.sku_id = n.sku_id AND d.label = n.label WHEN MATCHED THEN UPDATE SET quantity = d.quantity +"
            + " n.quantity, amount = d.amount + n.amount, events = d.events + n.events, last_batch = n.last_batch WHEN"
            + " NOT MATCHED THEN INSERT (account, facet, on_day, recorded_month, sku_id, label, quantity, amount,"
            + " events, first_batch, last_batch) VALUES (n.account, n.facet, n.on_day, n.recorded_month, n.sku_id,"
            + " n.label, n.quantity, n.amount, n.events, n.first_batch, n.last_batch)";
    private static final String END = "SELECT MAX(c.batch) AS batch FROM (SELECT e.batch FROM usage_event e"
            + " WHERE e.account = ? AND e.batch > ? ORDER BY e.batch FETCH FIRST ? ROWS ONLY) c";
    private static final String ACCOUNTS_BEHIND = "SELECT b.account FROM ledger_balance b LEFT JOIN usage_rolled r"
            + " ON r.account = b.account WHERE b.batches > COALESCE(r.batch, 0) FETCH FIRST ? ROWS ONLY";

    @Inject
    Database database;

    /** Events in each of their facets. Those that say the same are summed up first: that leaves far fewer to be multiplied. */
    static String facets(String which) {
        return "SELECT c.account, f.facet, CASE f.facet WHEN 'RECORDED' THEN c.recorded_on ELSE c.used_on END AS"
                + " on_day, CAST(EXTRACT(YEAR FROM c.recorded_on) * 100 + EXTRACT(MONTH FROM c.recorded_on) AS INTEGER) AS"
                + " recorded_month, c.sku_id, COALESCE('=' || CASE f.facet WHEN 'API_KEY' THEN c.api_key WHEN 'PROJECT'"
                + " THEN c.project WHEN 'MODEL' THEN c.model END, '') AS label, c.quantity, c.amount, c.events,"
                + " c.first_batch, c.last_batch FROM (SELECT e.account, CAST(e.occurred_at AS DATE) AS used_on,"
                + " CAST(e.recorded_at AS DATE) AS recorded_on, e.sku_id, e.api_key, e.project, e.model, SUM(e.quantity)"
                + " AS quantity, SUM(e.amount) AS amount, COUNT(*) AS events, MIN(e.batch) AS first_batch, MAX(e.batch) AS"
                + " last_batch FROM usage_event e WHERE " + which
                + " GROUP BY e.account, CAST(e.occurred_at AS DATE), CAST(e.recorded_at AS DATE), e.sku_id, e.api_key,"
                + " e.project, e.model) c CROSS JOIN (VALUES ('SKU'), ('RECORDED'), ('API_KEY'), ('PROJECT'),"
                + " ('MODEL')) AS f (facet)";
    }

    /** How far an account is rolled up, locked until the transaction ends: nobody else rolls it up meanwhile. */
    long lock(AccountId account) {
        return rolled(account).orElseGet(() -> {
            begin(account);
            return rolled(account).orElseThrow();
        });
    }

    /** Somebody else may begin at the same moment: then this waits for them. */
    private void begin(AccountId account) {
        database.insertUnlessThere("INSERT INTO usage_rolled (account, batch) VALUES (?, 0)", account);
    }

    private Optional<Long> rolled(AccountId account) {
        return database.one(
                "SELECT batch FROM usage_rolled WHERE account = ? FOR UPDATE", row -> row.getLong("batch"), account);
    }

    /** The batch with the last of the next events; empty if there are none. */
    Optional<Long> end(AccountId account, long rolled, int events) {
        return database.one(
                        END,
                        row -> Optional.of(row.getLong("batch")).filter(batch -> batch > 0),
                        account,
                        rolled,
                        events)
                .flatMap(batch -> batch);
    }

    /** Adds the events of some batches to their days. */
    void add(AccountId account, long after, long last) {
        database.update(ADD, account, after, last);
        database.update("UPDATE usage_rolled SET batch = ? WHERE account = ?", last, account);
    }

    /** Accounts with batches that are not rolled up; reads all balances. */
    List<AccountId> behind(int limit) {
        return database.list(ACCOUNTS_BEHIND, row -> new AccountId(row.getLong("account")), limit);
    }
}
