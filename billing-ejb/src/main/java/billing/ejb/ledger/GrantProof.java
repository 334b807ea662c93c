package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.GrantKind;
import billing.domain.money.Money;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Proves an account's grants: each came from an entry, its rest follows from its uses, and the balance row is their sum. */
@Dependent
@SuppressWarnings("NullAway.Init")
class GrantProof implements BooksProof {
    private record Line(
            String id,
            GrantKind kind,
            Money amount,
            Money rest,
            Money used,
            @Nullable Long granted) {}

    private static final String LINES = "SELECT g.id, g.kind, g.amount, g.rest, e.amount AS granted,"
            + " (SELECT COALESCE(SUM(u.amount), 0) FROM grant_use u WHERE u.grant_id = g.id) AS used"
            + " FROM credit_grant g LEFT JOIN ledger_entry e ON e.account = g.account AND e.seq = g.entry_seq"
            + " AND e.cause_id = g.cause_id AND e.cause_type = g.cause_type AND e.to_account = 'CREDITS'"
            + " WHERE g.account = ?";
    private static final String UNGRANTED =
            "SELECT COUNT(*) AS n FROM ledger_entry e WHERE e.account = ? AND e.kind IN ('PURCHASE', 'FREE_GRANT', 'USAGE_CREDITED')"
                    + " AND NOT EXISTS (SELECT 1 FROM credit_grant g WHERE g.account = e.account AND g.entry_seq = e.seq)";
    private static final String OVERUSED = "SELECT e.seq FROM ledger_entry e WHERE e.account = ? AND e.amount <"
            + " (SELECT COALESCE(SUM(ABS(u.amount)), 0) FROM grant_use u WHERE u.account = e.account"
            + " AND u.entry_seq = e.seq)";

    @Inject
    Database database;

    @Inject
    LedgerRepository ledger;

    @Override
    public List<Finding> prove(AccountId account) {
        List<Finding> findings = new ArrayList<>();
        List<Line> lines = database.list(
                LINES,
                row -> {
                    long granted = row.getLong("granted");
                    return new Line(
                            row.getString("id"),
                            GrantKind.valueOf(row.getString("kind")),
                            Database.money(row, "amount"),
                            Database.money(row, "rest"),
                            Database.money(row, "used"),
                            row.wasNull() ? null : granted);
                },
                account);
        lines.forEach(line -> prove(line, account, findings));
        proveEntries(account, findings);
        proveSums(account, lines, findings);
        return findings;
    }

    private static void prove(Line line, AccountId account, List<Finding> findings) {
        if (line.granted() == null || line.granted() != line.amount().nanos()) {
            findings.add(Finding.of("GRANT_WITHOUT_ENTRY", account, "grant " + line.id() + " of " + line.amount()));
        }
        Money rest = line.amount().minus(line.used());
        if (!rest.equals(line.rest())) {
            findings.add(Finding.of(
                    "GRANT_REST_WRONG", account, "grant " + line.id() + " says " + line.rest() + ", is " + rest));
        }
    }

    private void proveEntries(AccountId account, List<Finding> findings) {
        long ungranted =
                database.one(UNGRANTED, row -> row.getLong("n"), account).orElse(0L);
        if (ungranted > 0) {
            findings.add(Finding.of("ENTRY_WITHOUT_GRANT", account, ungranted + " entries"));
        }
        database.list(OVERUSED, row -> row.getLong("seq"), account)
                .forEach(seq -> findings.add(Finding.of("ENTRY_OVERUSED", account, "entry " + seq)));
    }

    private void proveSums(AccountId account, List<Line> lines, List<Finding> findings) {
        Map<GrantKind, Money> sums = lines.stream()
                .collect(Collectors.groupingBy(Line::kind, Collectors.reducing(Money.ZERO, Line::rest, Money::plus)));
        ledger.balance(account).map(BalanceRow::balance).ifPresent(balance -> {
            compare(account, GrantKind.PURCHASED, balance.purchased(), sums, findings);
            compare(account, GrantKind.FREE, balance.free(), sums, findings);
        });
    }

    private static void compare(
            AccountId account, GrantKind kind, Money cached, Map<GrantKind, Money> sums, List<Finding> findings) {
        Money sum = sums.getOrDefault(kind, Money.ZERO);
        if (!sum.equals(cached)) {
            findings.add(Finding.of(
                    "GRANT_SUM_MISMATCH", account, "the balance row says " + cached + " " + kind + ", is " + sum));
        }
    }
}
