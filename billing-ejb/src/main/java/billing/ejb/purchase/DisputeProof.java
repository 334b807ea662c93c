package billing.ejb.purchase;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.ledger.BooksProof;
import billing.ejb.ledger.Finding;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Proves that what a dispute keeps and has taken is what its entries say, and fits how it stands. */
@Dependent
@SuppressWarnings("NullAway.Init")
class DisputeProof implements BooksProof {
    private static final String OWN = " FROM ledger_entry e WHERE e.account = d.account AND e.cause_type = 'DISPUTE'"
            + " AND (e.cause_id = d.id OR e.cause_id LIKE d.id || '/%'))";
    private static final String SUMS = "SELECT d.id, d.frozen, d.taken, d.spent,"
            + " (SELECT COALESCE(SUM(CASE e.kind WHEN 'DISPUTE_FROZEN' THEN e.amount WHEN 'DISPUTE_THAWED' THEN -e.amount"
            + " WHEN 'DISPUTE_LOST' THEN -e.amount ELSE 0 END), 0)" + OWN + " AS is_frozen,"
            + " (SELECT COALESCE(SUM(CASE e.kind WHEN 'DISPUTE_LOST' THEN e.amount ELSE 0 END), 0)" + OWN
            + " AS is_taken,"
            + " (SELECT COALESCE(SUM(CASE WHEN e.kind IN ('DISPUTE_SPENT', 'LATE_DISPUTE') THEN e.amount ELSE 0 END), 0)"
            + OWN + " AS is_spent FROM dispute d WHERE d.account = ?";
    private static final String MISFITS = "SELECT d.id FROM dispute d JOIN credit_purchase p ON p.id = d.purchase_id"
            + " WHERE d.account = ? AND (d.frozen > 0 AND d.status <> 'OPEN'"
            + " OR d.taken + d.spent > 0 AND d.status <> 'LOST'"
            + " OR d.frozen + d.taken + d.spent > p.amount"
            + " OR d.status IN ('OPEN', 'LOST') AND (p.dispute IS NULL OR p.status <> 'DISPUTED'))";
    private static final String UNKNOWN = "SELECT e.cause_id AS id FROM ledger_entry e WHERE e.account = ?"
            + " AND e.kind IN ('DISPUTE_FROZEN', 'DISPUTE_THAWED', 'DISPUTE_LOST', 'DISPUTE_SPENT', 'LATE_DISPUTE')"
            + " AND NOT EXISTS (SELECT 1 FROM dispute d WHERE d.account = e.account"
            + " AND (e.cause_id = d.id OR e.cause_id LIKE d.id || '/%'))";

    private record Sums(Money frozen, Money taken, Money spent) {}

    private record Line(String id, Sums says, Sums is) {}

    @Inject
    Database database;

    @Override
    public List<Finding> prove(AccountId account) {
        List<Finding> findings = new ArrayList<>();
        database.list(SUMS, row -> new Line(row.getString("id"), sums(row, ""), sums(row, "is_")), account).stream()
                .filter(line -> !line.says().equals(line.is()))
                .forEach(line -> findings.add(Finding.of(
                        "DISPUTE_NOT_POSTED", account, line.id() + " says " + line.says() + ", is " + line.is())));
        find(MISFITS, "DISPUTE_MISFIT", account, findings);
        find(UNKNOWN, "ENTRY_WITHOUT_DISPUTE", account, findings);
        return findings;
    }

    private static Sums sums(ResultSet row, String prefix) throws SQLException {
        return new Sums(
                Database.money(row, prefix + "frozen"),
                Database.money(row, prefix + "taken"),
                Database.money(row, prefix + "spent"));
    }

    private void find(String sql, String code, AccountId account, List<Finding> findings) {
        database.list(sql, row -> row.getString("id"), account)
                .forEach(id -> findings.add(Finding.of(code, account, id)));
    }
}
