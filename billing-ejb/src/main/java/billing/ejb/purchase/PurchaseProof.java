package billing.ejb.purchase;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.ledger.BooksProof;
import billing.ejb.ledger.Finding;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Proves that paid purchases and refunds are in the books, once and in full, and that nothing else is. */
@Dependent
@SuppressWarnings("NullAway.Init")
class PurchaseProof implements BooksProof {
    private static final String NOT_CREDITED = "SELECT p.id FROM credit_purchase p WHERE p.account = ?"
            + " AND p.status IN ('SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED') AND NOT EXISTS"
            + " (SELECT 1 FROM ledger_entry e WHERE e.account = p.account AND e.kind = "
            + "CASE WHEN p.source = 'INVOICE' THEN 'INVOICE_PAID' ELSE 'PURCHASE' END"
            + " AND e.cause_type = 'PURCHASE' AND e.cause_id = p.id AND e.amount = p.amount)";
    private static final String NOT_PAID = "SELECT e.cause_id AS id FROM ledger_entry e WHERE e.account = ?"
            + " AND e.kind IN ('PURCHASE', 'INVOICE_PAID') AND NOT EXISTS (SELECT 1 FROM credit_purchase p"
            + " WHERE p.id = e.cause_id AND (p.source = 'INVOICE') = (e.kind = 'INVOICE_PAID')"
            + " AND p.account = e.account AND p.amount = e.amount"
            + " AND p.status IN ('SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED'))";
    private static final String REFUND_NOT_TAKEN = "SELECT r.id FROM refund r WHERE r.account = ? AND"
            + " (SELECT COUNT(*) FROM ledger_entry e WHERE e.account = r.account AND e.cause_type = 'REFUND'"
            + " AND e.cause_id = r.id AND e.amount = r.amount AND e.kind IN ('REFUND', 'REFUND_RETURNED',"
            + " 'INVOICE_PAYMENT_RETURNED'))"
            + " <> CASE WHEN r.status = 'FAILED' AND NOT EXISTS (SELECT 1 FROM credit_purchase p"
            + " WHERE p.id = r.purchase_id AND p.source = 'INVOICE') THEN 2 ELSE 1 END";
    private static final String REFUND_UNKNOWN = "SELECT e.cause_id AS id FROM ledger_entry e WHERE e.account = ?"
            + " AND e.cause_type = 'REFUND' AND NOT EXISTS"
            + " (SELECT 1 FROM refund r WHERE r.id = e.cause_id AND r.account = e.account)";
    private static final String REFUNDED_SUM =
            "SELECT p.id FROM credit_purchase p WHERE p.account = ? AND p.refunded <>"
                    + " (SELECT COALESCE(SUM(r.amount), 0) FROM refund r WHERE r.purchase_id = p.id AND r.status <> 'FAILED')";
    private static final String COUNT = "SELECT b.purchases - (SELECT COUNT(*) FROM credit_purchase p"
            + " WHERE p.account = b.account AND p.refunded < p.amount AND p.source <> 'INVOICE'"
            + " AND p.status IN ('SUCCEEDED', 'PARTIALLY_REFUNDED', 'DISPUTED')"
            + " AND (p.dispute IS NULL OR p.dispute <> 'LOST')) AS n FROM ledger_balance b WHERE b.account = ?";

    @Inject
    Database database;

    @Override
    public List<Finding> prove(AccountId account) {
        List<Finding> findings = new ArrayList<>();
        find(NOT_CREDITED, "PURCHASE_NOT_CREDITED", account, findings);
        find(NOT_PAID, "CREDIT_WITHOUT_PURCHASE", account, findings);
        find(REFUND_NOT_TAKEN, "REFUND_NOT_POSTED", account, findings);
        find(REFUND_UNKNOWN, "ENTRY_WITHOUT_REFUND", account, findings);
        find(REFUNDED_SUM, "REFUNDED_SUM_WRONG", account, findings);
        database.one(COUNT, row -> Money.ofNanos(row.getLong("n")), account)
                .filter(n -> !n.equals(Money.ZERO))
                .ifPresent(n -> findings.add(
                        Finding.of("PURCHASE_COUNT_WRONG", account, "the balance row is off by " + n.nanos())));
        return findings;
    }

    private void find(String sql, String code, AccountId account, List<Finding> findings) {
        database.list(sql, row -> row.getString("id"), account)
                .forEach(id -> findings.add(Finding.of(code, account, id)));
    }
}
