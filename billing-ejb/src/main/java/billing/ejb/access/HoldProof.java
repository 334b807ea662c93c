package billing.ejb.access;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.ledger.BooksProof;
import billing.ejb.ledger.Finding;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Proves that what an account holds is what its open holds hold, and that each hold has charged what was used for it. */
@Dependent
@SuppressWarnings("NullAway.Init")
class HoldProof implements BooksProof {
    private static final String HELD = "SELECT b.held - (SELECT COALESCE(SUM(h.rest), 0) FROM credit_hold h"
            + " WHERE h.account = b.account AND h.status = 'OPEN') AS nanos FROM ledger_balance b WHERE b.account = ?";
    private static final String STATE = "SELECT id FROM credit_hold WHERE account = ? AND"
            + " (status = 'OPEN' AND due_at IS NULL OR status <> 'OPEN' AND (due_at IS NOT NULL OR rest <> 0))";
    private static final String CHARGED = "SELECT h.id FROM credit_hold h LEFT JOIN"
            + " (SELECT hold_id, SUM(amount) AS amount FROM usage_event WHERE account = ? AND hold_id IS NOT NULL"
            + " GROUP BY hold_id) e ON e.hold_id = h.id WHERE h.account = ? AND h.charged <> COALESCE(e.amount, 0)";

    @Inject
    Database database;

    @Override
    public List<Finding> prove(AccountId account) {
        List<Finding> findings = new ArrayList<>();
        database.one(HELD, row -> Database.money(row, "nanos"), account)
                .filter(off -> !off.equals(Money.ZERO))
                .ifPresent(off ->
                        findings.add(Finding.of("HELD_WRONG", account, "the balance row holds " + off + " too much")));
        database.list(STATE, row -> row.getString("id"), account)
                .forEach(id -> findings.add(Finding.of("HOLD_STATE_WRONG", account, id)));
        if (hasHolds(account)) {
            database.list(CHARGED, row -> row.getString("id"), account, account)
                    .forEach(id -> findings.add(Finding.of("HOLD_CHARGE_WRONG", account, id)));
        }
        return findings;
    }

    /** Most accounts have none, and then their usage need not be read. */
    private boolean hasHolds(AccountId account) {
        return database.one(
                        "SELECT 1 AS n FROM credit_hold WHERE account = ? FETCH FIRST 1 ROWS ONLY",
                        row -> row.getInt("n"),
                        account)
                .isPresent();
    }
}
