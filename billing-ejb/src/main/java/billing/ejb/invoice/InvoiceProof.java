package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.ledger.BooksProof;
import billing.ejb.ledger.Finding;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Proves an account's documents: their open amounts are what the books say is owed, and no month is missing between them. */
@Dependent
@SuppressWarnings("NullAway.Init")
class InvoiceProof implements BooksProof {
    private static final String OWED =
            "SELECT b.receivable, (SELECT COALESCE(SUM(i.amount_due - i.credited - i.kept), 0)"
                    + " FROM invoice i WHERE i.account = b.account AND i.status IN ('CLOSED', 'DRAFT', 'ISSUED', 'PAST_DUE'))"
                    + " AS open_amounts FROM ledger_balance b WHERE b.account = ?";
    private static final String MONTHS =
            "SELECT COUNT(*) AS n, COALESCE(MAX(in_month / 100 * 12 + MOD(in_month, 100)), 0)"
                    + " - COALESCE(MIN(in_month / 100 * 12 + MOD(in_month, 100)), 1) + 1 AS span FROM invoice WHERE account = ?";

    @Inject
    Database database;

    @Override
    public List<Finding> prove(AccountId account) {
        List<Finding> findings = new ArrayList<>();
        database
                .list(
                        OWED,
                        row -> {
                            Money owed = Database.money(row, "receivable");
                            Money open = Money.ofNanos(
                                    row.getBigDecimal("open_amounts").longValueExact());
                            return owed.equals(open) ? "" : "the books say " + owed + ", the invoices " + open;
                        },
                        account)
                .stream()
                .filter(wrong -> !wrong.isEmpty())
                .forEach(wrong -> findings.add(Finding.of("INVOICES_MISMATCH", account, wrong)));
        database.list(MONTHS, row -> row.getLong("span") - row.getLong("n"), account).stream()
                .filter(missing -> missing != 0)
                .forEach(missing ->
                        findings.add(Finding.of("MONTH_MISSING", account, missing + " between the documents")));
        return findings;
    }
}
