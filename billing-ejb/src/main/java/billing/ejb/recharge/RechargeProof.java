package billing.ejb.recharge;

import billing.domain.id.AccountId;
import billing.ejb.ledger.BooksProof;
import billing.ejb.ledger.Finding;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that the mark which keeps recharges to one at a time stands at the open one and at no other, that each was agreed to,
 * and that nothing is recharged by anything but a card.
 */
@Dependent
@SuppressWarnings("NullAway.Init")
class RechargeProof implements BooksProof {
    private static final String MARK = "SELECT id FROM credit_purchase p WHERE account = ? AND source = 'AUTO_RECHARGE'"
            + " AND (status IN ('PROCESSING', 'ACTION_REQUIRED')"
            + " AND (open_recharge IS NULL OR open_recharge <> account)"
            + " OR status NOT IN ('PROCESSING', 'ACTION_REQUIRED') AND open_recharge IS NOT NULL)";
    private static final String AGREED =
            "SELECT id FROM credit_purchase p WHERE account = ? AND source = 'AUTO_RECHARGE'"
                    + " AND NOT EXISTS (SELECT 1 FROM recharge_agreement a WHERE a.account = p.account AND a.number = p.agreement)";
    private static final String CARD =
            "SELECT r.threshold FROM auto_recharge r JOIN billing_account b ON b.id = r.account"
                    + " LEFT JOIN payment_method m ON m.id = b.default_method"
                    + " WHERE r.account = ? AND r.enabled = TRUE AND (m.type IS NULL OR m.type <> 'CARD')";

    @Inject
    Database database;

    @Override
    public List<Finding> prove(AccountId account) {
        List<Finding> findings = new ArrayList<>();
        database.list(MARK, row -> row.getString("id"), account)
                .forEach(id -> findings.add(Finding.of("RECHARGE_MARK_WRONG", account, id)));
        database.list(AGREED, row -> row.getString("id"), account)
                .forEach(id -> findings.add(Finding.of("RECHARGE_NOT_AGREED", account, id)));
        database.one(CARD, row -> Database.money(row, "threshold"), account)
                .ifPresent(threshold ->
                        findings.add(Finding.of("RECHARGE_WITHOUT_CARD", account, "it is on below " + threshold)));
        return findings;
    }
}
