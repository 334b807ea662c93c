package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.ledger.Balance;
import billing.domain.ledger.Cause;
import billing.domain.ledger.CauseType;
import billing.domain.ledger.CreditGrant;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.GrantKind;
import billing.domain.ledger.HashChain;
import billing.domain.ledger.LedgerAccount;
import billing.domain.ledger.Overdue;
import billing.domain.money.Money;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of the books. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class LedgerRepository {
    static final String BALANCES = "SELECT account, purchased, free, debt, held, purchases, epoch, seq, head,"
            + " batches, budgets, closed, watch_below, watch_above, receivable, frozen, dispute_debt, open_month, postpaid,"
            + " postpaid_debt FROM ledger_balance";
    private static final String BALANCE = BALANCES + " WHERE account = ?";
    private static final String ENTRY =
            "SELECT account, seq, id, kind, from_account, to_account, amount, balance_after,"
                    + " cause_type, cause_id, actor, recorded_at, hash FROM ledger_entry";
    static final String GRANTS =
            "SELECT account, id, kind, amount, rest, cause_type, cause_id, granted_at, expires_at FROM credit_grant";

    private record Paid(String grantId, Money amount, CauseType type) {}

    @Inject
    Database database;

    /** Opens the books of a new account. */
    void open(AccountId account, OpenMonth month) {
        database.update(
                "INSERT INTO ledger_balance (account, head, open_month, postpaid) VALUES (?, ?, ?, ?)",
                account,
                HashChain.START,
                month.number(),
                month.postpaid());
    }

    Optional<BalanceRow> balance(AccountId account) {
        return database.one(BALANCE, LedgerRepository::balanceRow, account);
    }

    /** The balance row, locked until the transaction ends: whoever holds it is the only one who writes these books. */
    BalanceRow lock(AccountId account) {
        return database.one(BALANCE + " FOR UPDATE", LedgerRepository::balanceRow, account)
                .orElseThrow(() -> new IllegalStateException("BILL-0102 account " + account + " has no books"));
    }

    void save(BalanceRow row) {
        Balance balance = row.balance();
        database.update(
                "UPDATE ledger_balance SET purchased = ?, free = ?, debt = ?, held = ?, purchases = ?, epoch = ?, seq = ?,"
                        + " head = ?, batches = ?, receivable = ?, frozen = ?, dispute_debt = ?, open_month = ?,"
                        + " postpaid = ?, postpaid_debt = ? WHERE account = ?",
                balance.purchased(),
                balance.free(),
                balance.debt(),
                balance.held(),
                row.purchases(),
                balance.epoch(),
                row.seq(),
                row.head(),
                row.batches(),
                row.owed().receivable(),
                row.owed().frozen(),
                row.owed().disputeDebt(),
                row.month().number(),
                row.month().postpaid(),
                row.month().postpaidDebt(),
                row.account());
    }

    /** How many budgets watch the account. */
    void saveBudgets(AccountId account, int budgets) {
        database.update("UPDATE ledger_balance SET budgets = ? WHERE account = ?", budgets, account);
    }

    /** When somebody wants to be asked. */
    void saveWatch(AccountId account, Watch watch) {
        database.update(
                "UPDATE ledger_balance SET watch_below = ?, watch_above = ? WHERE account = ?",
                watch.below(),
                watch.above(),
                account);
    }

    Overdue overdue(AccountId account) {
        return database.one(
                        "SELECT past_due, dispute_debt > 0 AS disputed FROM ledger_balance WHERE account = ?",
                        row -> Overdue.of(row.getBoolean("past_due"), row.getBoolean("disputed")),
                        account)
                .orElse(Overdue.NOTHING);
    }

    /** Whether an invoice is overdue beyond its grace days; false if that was so before. */
    boolean savePastDue(AccountId account, boolean pastDue) {
        return database.update(
                        "UPDATE ledger_balance SET past_due = ? WHERE account = ? AND past_due <> ?",
                        pastDue,
                        account,
                        pastDue)
                > 0;
    }

    /** From now on usage is written off. */
    void close(AccountId account) {
        database.update("UPDATE ledger_balance SET closed = TRUE WHERE account = ?", account);
    }

    void insert(Entry entry) {
        database.update(
                "INSERT INTO ledger_entry (account, seq, id, kind, from_account, to_account, amount, balance_after,"
                        + " cause_type, cause_id, actor, recorded_at, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.account(),
                entry.seq(),
                entry.id(),
                entry.kind(),
                entry.from(),
                entry.to(),
                entry.amount(),
                entry.balanceAfter(),
                entry.cause().type(),
                entry.cause().id(),
                entry.actor(),
                entry.recordedAt(),
                entry.hash());
    }

    Optional<Entry> find(AccountId account, Cause cause, EntryKind kind) {
        return database.one(
                ENTRY + " WHERE account = ? AND cause_id = ? AND cause_type = ? AND kind = ?",
                LedgerRepository::entry,
                account,
                cause.id(),
                cause.type(),
                kind);
    }

    Page<Entry> entries(EntryQuery query, long before) {
        StringBuilder sql = new StringBuilder(ENTRY + " WHERE account = ? AND seq < ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(query.account(), before));
        and(sql, values, " AND recorded_at >= ?", query.from());
        and(sql, values, " AND recorded_at < ?", query.to());
        and(sql, values, " AND kind = ?", query.kind());
        sql.append(" ORDER BY seq DESC FETCH FIRST ? ROWS ONLY");
        values.add(query.limit() + 1);
        List<Entry> found = database.list(sql.toString(), LedgerRepository::entry, values.toArray());
        return Page.of(found, query.limit(), entry -> Long.toString(entry.seq()));
    }

    List<HourlySpend> spending(AccountId account, Instant from, Instant to) {
        return database.list(
                "SELECT DATE_TRUNC('HOUR', recorded_at) AS full_hour, SUM(amount) AS spent FROM ledger_entry WHERE account = ?"
                        + " AND kind = 'USAGE' AND recorded_at >= ? AND recorded_at < ?"
                        + " GROUP BY DATE_TRUNC('HOUR', recorded_at) ORDER BY full_hour",
                row -> new HourlySpend(Database.instant(row, "full_hour"), Database.money(row, "spent")),
                account,
                from,
                to);
    }

    Money settledAt(AccountId account, Instant at) {
        return database.one(
                        "SELECT balance_after FROM ledger_entry WHERE account = ? AND recorded_at < ?"
                                + " ORDER BY seq DESC FETCH FIRST ROW ONLY",
                        row -> Database.money(row, "balance_after"),
                        account,
                        at)
                .orElse(Money.ZERO);
    }

    /** The next entries of a chain, oldest first. */
    List<Entry> chain(AccountId account, long afterSeq, int limit) {
        return database.list(
                ENTRY + " WHERE account = ? AND seq > ? ORDER BY seq FETCH FIRST ? ROWS ONLY",
                LedgerRepository::entry,
                account,
                afterSeq,
                limit);
    }

    void insert(AccountId account, CreditGrant grant, long entrySeq, @Nullable String reason) {
        database.update(
                "INSERT INTO credit_grant (id, account, kind, amount, rest, cause_type, cause_id, entry_seq, granted_at,"
                        + " expires_at, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                grant.id(),
                account,
                grant.kind(),
                grant.amount(),
                grant.rest(),
                grant.cause().type(),
                grant.cause().id(),
                entrySeq,
                grant.grantedAt(),
                grant.expiresAt(),
                reason);
    }

    List<CreditGrant> openGrants(AccountId account) {
        return database.list(GRANTS + " WHERE account = ? AND spent = FALSE", LedgerRepository::grant, account);
    }

    List<CreditGrant> grants(AccountId account) {
        return database.list(GRANTS + " WHERE account = ?", LedgerRepository::grant, account);
    }

    List<Gift> gifts(AccountId account, int limit) {
        return database.list(
                "SELECT g.account, g.id, g.kind, g.amount, g.rest, g.cause_type, g.cause_id, g.granted_at, g.expires_at,"
                        + " g.reason, e.actor FROM credit_grant g"
                        + " JOIN ledger_entry e ON e.account = g.account AND e.seq = g.entry_seq"
                        + " WHERE g.account = ? AND g.kind = 'FREE' ORDER BY g.entry_seq DESC FETCH FIRST ? ROWS ONLY",
                row -> new Gift(
                        grant(row), Objects.requireNonNullElse(row.getString("reason"), ""), row.getString("actor")),
                account,
                limit);
    }

    Optional<CreditGrant> grant(AccountId account, Cause cause) {
        return database.one(
                GRANTS + " WHERE account = ? AND cause_id = ? AND cause_type = ?",
                LedgerRepository::grant,
                account,
                cause.id(),
                cause.type());
    }

    Optional<String> reason(String grantId) {
        return database.one(
                        "SELECT reason FROM credit_grant WHERE id = ?",
                        row -> Optional.ofNullable(row.getString("reason")),
                        grantId)
                .flatMap(reason -> reason);
    }

    /** Takes from a grant, or gives back where the amount is negative, and notes which entry it was for. */
    void use(AccountId account, long entrySeq, String grantId, Money amount) {
        database.update("UPDATE credit_grant SET rest = rest - ? WHERE id = ?", amount, grantId);
        note(account, entrySeq, grantId, amount);
    }

    /** What each grant paid for what these causes were posted for. */
    Map<String, Money> paid(AccountId account, Collection<Cause> causes) {
        Map<String, Money> paid = new HashMap<>();
        database
                .list(
                        "SELECT u.grant_id, u.amount, e.cause_type FROM grant_use u JOIN ledger_entry e"
                                + " ON e.account = u.account AND e.seq = u.entry_seq"
                                + " WHERE u.account = ? AND e.account = ? AND e.cause_id = ANY(?)",
                        row -> new Paid(
                                row.getString("grant_id"),
                                Database.money(row, "amount"),
                                CauseType.valueOf(row.getString("cause_type"))),
                        account,
                        account,
                        SqlArrays.texts(causes, Cause::id))
                .stream()
                .filter(one -> causes.stream().anyMatch(cause -> cause.type() == one.type()))
                .forEach(one -> paid.merge(one.grantId(), one.amount(), Money::plus));
        return paid;
    }

    /**
     * What each grant paid for usage of any kind, or for debt, which is usage too; what was refunded, frozen or lapsed is not.
     * Of what came back from there, the part that is not in the grant paid debt.
     */
    Map<String, Money> paidForUsage(AccountId account) {
        Map<String, Money> paid = new HashMap<>();
        database.list(
                        "SELECT u.grant_id, SUM(CASE WHEN e.kind IN ('REFUND_RETURNED', 'DISPUTE_THAWED') AND u.amount <= 0"
                                + " THEN e.amount + u.amount ELSE u.amount END) AS amount FROM grant_use u JOIN ledger_entry e"
                                + " ON e.account = u.account AND e.seq = u.entry_seq WHERE u.account = ?"
                                + " AND e.kind IN ('USAGE', 'USAGE_CORRECTED', 'PURCHASE', 'FREE_GRANT', 'REFUND_RETURNED',"
                                + " 'DISPUTE_THAWED')"
                                + " GROUP BY u.grant_id",
                        row -> new Paid(
                                row.getString("grant_id"), Database.money(row, "amount"), CauseType.USAGE_BATCH),
                        account)
                .forEach(one -> paid.put(one.grantId(), one.amount()));
        return paid;
    }

    /** Notes what an entry took from a grant whose rest is right already. */
    void note(AccountId account, long entrySeq, String grantId, Money amount) {
        database.update(
                "INSERT INTO grant_use (account, entry_seq, grant_id, amount) VALUES (?, ?, ?, ?)",
                account,
                entrySeq,
                grantId,
                amount);
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new AccountId(row.getLong("account")),
                row.getLong("seq"),
                row.getString("id"),
                EntryKind.valueOf(row.getString("kind")),
                LedgerAccount.valueOf(row.getString("from_account")),
                LedgerAccount.valueOf(row.getString("to_account")),
                Database.money(row, "amount"),
                Database.money(row, "balance_after"),
                new Cause(CauseType.valueOf(row.getString("cause_type")), row.getString("cause_id")),
                row.getString("actor"),
                Database.instant(row, "recorded_at"),
                row.getString("hash"));
    }

    static BalanceRow balanceRow(ResultSet row) throws SQLException {
        Balance balance = new Balance(
                Database.money(row, "purchased"),
                Database.money(row, "free"),
                Database.money(row, "debt"),
                Database.money(row, "held"),
                row.getLong("epoch"));
        return new BalanceRow(
                new AccountId(row.getLong("account")),
                balance,
                row.getInt("purchases"),
                row.getLong("seq"),
                row.getString("head"),
                row.getLong("batches"),
                row.getInt("budgets"),
                row.getBoolean("closed"),
                new Watch(Database.money(row, "watch_below"), Database.money(row, "watch_above")),
                new Owed(
                        Database.money(row, "receivable"),
                        Database.money(row, "frozen"),
                        Database.money(row, "dispute_debt")),
                new OpenMonth(
                        row.getInt("open_month"), row.getBoolean("postpaid"), Database.money(row, "postpaid_debt")));
    }

    static CreditGrant grant(ResultSet row) throws SQLException {
        return new CreditGrant(
                row.getString("id"),
                GrantKind.valueOf(row.getString("kind")),
                Database.money(row, "amount"),
                Database.money(row, "rest"),
                new Cause(CauseType.valueOf(row.getString("cause_type")), row.getString("cause_id")),
                Database.instant(row, "granted_at"),
                Database.instantOrNull(row, "expires_at"));
    }

    private static void and(
            StringBuilder sql, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }
}
