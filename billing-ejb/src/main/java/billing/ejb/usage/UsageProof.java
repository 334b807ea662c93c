package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.ejb.ledger.BooksProof;
import billing.ejb.ledger.Finding;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Proves that each batch of events is in the books with its sum, and that the days say what their events say. */
@Dependent
@SuppressWarnings("NullAway.Init")
class UsageProof implements BooksProof {
    private static final int MOST = 20;

    /** A batch that cost nothing has no entry, and both sides are zero. */
    private static final String BATCHES = "SELECT u.cause_id AS id, SUM(u.amount) AS off FROM (SELECT 'bat_' ||"
            + " CAST(e.batch AS VARCHAR(20)) AS cause_id, e.amount FROM usage_event e WHERE e.account = ? UNION ALL SELECT"
            + " l.cause_id, CASE l.kind WHEN 'USAGE_CORRECTED' THEN l.amount ELSE -l.amount END FROM ledger_entry l WHERE"
            + " l.account = ? AND l.cause_type = 'USAGE_BATCH') u GROUP BY u.cause_id HAVING SUM(u.amount) <> 0 ORDER BY"
            + " u.cause_id FETCH FIRST ? ROWS ONLY";

    private static final String DAYS = "SELECT u.facet || ' ' || CAST(u.on_day AS VARCHAR(10)) AS id,"
            + " SUM(u.amount) AS off FROM (SELECT d.facet, d.on_day, d.recorded_month, d.sku_id, d.label, d.quantity,"
            + " d.amount, d.events FROM usage_day d WHERE d.account = ? UNION ALL SELECT w.facet, w.on_day,"
            + " w.recorded_month, w.sku_id, w.label, -w.quantity, -w.amount, -w.events FROM ("
            + UsageRollupRepository.facets("e.account = ? AND e.batch <= COALESCE((SELECT r.batch FROM usage_rolled r"
                    + " WHERE r.account = ?), 0)")
            + ") w) u GROUP BY u.facet, u.on_day, u.recorded_month, u.sku_id, u.label"
            + " HAVING SUM(u.amount) <> 0 OR SUM(u.quantity) <> 0 OR SUM(u.events) <> 0"
            + " ORDER BY u.facet, u.on_day FETCH FIRST ? ROWS ONLY";

    private static final String AHEAD = "SELECT r.batch AS id, r.batch - b.batches AS off FROM usage_rolled r"
            + " JOIN ledger_balance b ON b.account = r.account WHERE r.account = ? AND r.batch > b.batches";

    @Inject
    Database database;

    @Override
    public List<Finding> prove(AccountId account) {
        List<Finding> findings = new ArrayList<>();
        find(findings, "USAGE_NOT_DEBITED", account, BATCHES, account, account, MOST);
        find(findings, "USAGE_DAY_WRONG", account, DAYS, account, account, account, MOST);
        find(findings, "USAGE_ROLLED_AHEAD", account, AHEAD, account);
        return findings;
    }

    private void find(List<Finding> findings, String code, AccountId account, String sql, Object... values) {
        database.list(sql, row -> row.getString("id") + " is off by " + row.getBigDecimal("off") + " nanos", values)
                .forEach(detail -> findings.add(Finding.of(code, account, detail)));
    }
}
