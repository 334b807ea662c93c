package billing.ejb.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import billing.domain.id.AccountId;
import billing.domain.ledger.BurnDown;
import billing.domain.ledger.CreditGrant;
import billing.domain.ledger.Entry;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tables of the books, many accounts at a time. PostgreSQL takes a batch as arrays in one statement; any other database
 * takes the same rows one after the other.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class BatchRepository {
    private static final String INSERT_ENTRIES = """
            INSERT INTO ledger_entry (account, seq, id, kind, from_account, to_account, amount, balance_after,
              cause_type, cause_id, actor, recorded_at, hash)
            SELECT u.account, u.seq, u.id, u.kind, u.from_account, u.to_account, u.amount, u.balance_after,
              u.cause_type, u.cause_id, u.actor, timestamp 'epoch' + u.at * interval '1 microsecond', u.hash
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS u (account, seq, id, kind, from_account, to_account, amount, balance_after, cause_type, cause_id,
                actor, at, hash)
            """;
    private static final String WRITE = """
            WITH balances AS (
              UPDATE ledger_balance b SET purchased = u.purchased, free = u.free, debt = u.debt, held = u.held,
                epoch = u.epoch, seq = u.seq, head = u.head, batches = u.batches
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS u (account, purchased, free, debt, held, epoch, seq, head, batches)
              WHERE b.account = u.account
            ), entries AS (
              %s
            ), grants AS (
              UPDATE credit_grant g SET rest = g.rest - u.amount FROM unnest(?, ?) AS u (id, amount) WHERE g.id = u.id
            )
            INSERT INTO grant_use (account, entry_seq, grant_id, amount) SELECT * FROM unnest(?, ?, ?, ?)
            """.formatted(INSERT_ENTRIES);

    private record Use(Entry entry, BurnDown.Use use) {}

    private record OwnedGrant(AccountId account, CreditGrant grant) {}

    @Inject
    Database database;

    @Inject
    LedgerRepository ledger;

    List<BalanceRow> lock(Collection<AccountId> accounts) {
        return database.list(
                LedgerRepository.BALANCES + " WHERE account = ANY(?) ORDER BY account FOR UPDATE",
                LedgerRepository::balanceRow,
                SqlArrays.numbers(accounts, AccountId::value));
    }

    /** Read after the lock, so that nobody changes them meanwhile. */
    Map<AccountId, List<CreditGrant>> openGrants(Collection<AccountId> accounts) {
        return database
                .list(
                        LedgerRepository.GRANTS + " WHERE account = ANY(?) AND spent = FALSE",
                        row -> new OwnedGrant(new AccountId(row.getLong("account")), LedgerRepository.grant(row)),
                        SqlArrays.numbers(accounts, AccountId::value))
                .stream()
                .collect(groupingBy(OwnedGrant::account, mapping(OwnedGrant::grant, toList())));
    }

    void write(List<Posting> postings) {
        if (!database.takesArrays()) {
            postings.forEach(this::writeOne);
            return;
        }
        List<BalanceRow> rows = postings.stream().map(Posting::after).toList();
        List<Entry> entries =
                postings.stream().map(Posting::entry).filter(Objects::nonNull).toList();
        List<Use> uses = uses(postings);
        List<Object> columns = new ArrayList<>(List.of(
                SqlArrays.numbers(rows, row -> row.account().value()),
                SqlArrays.numbers(rows, row -> row.balance().purchased().nanos()),
                SqlArrays.numbers(rows, row -> row.balance().free().nanos()),
                SqlArrays.numbers(rows, row -> row.balance().debt().nanos()),
                SqlArrays.numbers(rows, row -> row.balance().held().nanos()),
                SqlArrays.numbers(rows, row -> row.balance().epoch()),
                SqlArrays.numbers(rows, BalanceRow::seq),
                SqlArrays.texts(rows, BalanceRow::head),
                SqlArrays.numbers(rows, BalanceRow::batches)));
        columns.addAll(columns(entries));
        columns.addAll(List.of(
                SqlArrays.texts(uses, use -> use.use().grant().id()),
                SqlArrays.numbers(uses, use -> use.use().amount().nanos()),
                SqlArrays.numbers(uses, use -> use.entry().account().value()),
                SqlArrays.numbers(uses, use -> use.entry().seq()),
                SqlArrays.texts(uses, use -> use.use().grant().id()),
                SqlArrays.numbers(uses, use -> use.use().amount().nanos())));
        database.update(WRITE, columns.toArray());
    }

    /** Writes entries whose balances are written beside them. */
    void insert(List<Entry> entries) {
        if (!entries.isEmpty()) {
            database.update(INSERT_ENTRIES, columns(entries).toArray());
        }
    }

    private static List<Object> columns(List<Entry> entries) {
        return List.of(
                SqlArrays.numbers(entries, entry -> entry.account().value()),
                SqlArrays.numbers(entries, Entry::seq),
                SqlArrays.texts(entries, Entry::id),
                SqlArrays.texts(entries, entry -> entry.kind().name()),
                SqlArrays.texts(entries, entry -> entry.from().name()),
                SqlArrays.texts(entries, entry -> entry.to().name()),
                SqlArrays.numbers(entries, entry -> entry.amount().nanos()),
                SqlArrays.numbers(entries, entry -> entry.balanceAfter().nanos()),
                SqlArrays.texts(entries, entry -> entry.cause().type().name()),
                SqlArrays.texts(entries, entry -> entry.cause().id()),
                SqlArrays.texts(entries, Entry::actor),
                SqlArrays.times(entries, Entry::recordedAt),
                SqlArrays.texts(entries, Entry::hash));
    }

    private static List<Use> uses(List<Posting> postings) {
        List<Use> uses = new ArrayList<>();
        for (Posting posting : postings) {
            Entry entry = posting.entry();
            if (entry != null) {
                posting.uses().forEach(use -> uses.add(new Use(entry, use)));
            }
        }
        return uses;
    }

    private void writeOne(Posting posting) {
        Entry entry = posting.entry();
        if (entry != null) {
            ledger.insert(entry);
            posting.uses()
                    .forEach(use ->
                            ledger.use(entry.account(), entry.seq(), use.grant().id(), use.amount()));
        }
        ledger.save(posting.after());
    }
}
