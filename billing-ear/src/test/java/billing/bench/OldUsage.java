package billing.bench;

import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.ledger.Cause;
import billing.domain.ledger.CauseType;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.HashChain;
import billing.domain.money.Money;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The past month of an account that reported one event after the other, put into the tables as the product would have
 * left it, with a chain that verifies: a million requests one by one would take longer than the benchmark.
 */
final class OldUsage {

    private static final Money COST = Money.ofNanos(222_120);
    private static final int DAYS = 28;

    private final Postgres postgres;
    private final AccountId account;

    OldUsage(Postgres postgres, AccountId account) {
        this.postgres = postgres;
        this.account = account;
    }

    /** So many batches of one event each, after the account's only purchase. */
    void write(int batches) {
        try (java.sql.Connection connection = postgres.connect(Postgres.PRODUCT)) {
            connection.setAutoCommit(false);
            PGConnection copies = connection.unwrap(PGConnection.class);
            Past past = Past.of(connection, account, batches);
            copy(copies, "ledger_entry", batches, past::entry);
            copy(copies, "grant_use", batches, past::use);
            copy(copies, "usage_event", batches, past::event);
            past.close(connection);
            connection.commit();
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void copy(PGConnection connection, String table, int rows, IntFunction<String> row)
            throws SQLException, IOException {
        CopyIn copy = connection.getCopyAPI().copyIn("COPY " + table + " FROM STDIN WITH (FORMAT csv)");
        for (int i = 1; i <= rows; i++) {
            byte[] line = (row.apply(i) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            copy.writeToCopy(line, 0, line.length);
        }
        copy.endCopy();
    }

    /** What goes into the tables, batch by batch. */
    private static final class Past {
        private final AccountId account;
        private final String grant;
        private final int sku;
        private final Instant begin;
        private final long stepMicros;
        private final long firstSeq;
        private Money settled;
        private String head;

        private Past(AccountId account, int batches, ResultSet books) throws SQLException {
            this.account = account;
            grant = books.getString("grant_id");
            sku = books.getInt("sku");
            settled = Money.ofNanos(books.getLong("purchased"));
            head = books.getString("head");
            firstSeq = books.getLong("seq");
            begin = Instant.now().minus(DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
            stepMicros = ChronoUnit.MICROS.between(begin, Instant.now()) / (batches + 1);
        }

        static Past of(java.sql.Connection connection, AccountId account, int batches) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet books = statement.executeQuery("""
                            SELECT b.purchased, b.head, b.seq, g.id AS grant_id, (SELECT id FROM sku WHERE code = '%s') AS sku
                            FROM ledger_balance b JOIN credit_grant g ON g.account = b.account WHERE b.account = %d FOR UPDATE
                            """.formatted(Accounts.SKU, account.value()))) {
                books.next();
                return new Past(account, batches, books);
            }
        }

        String entry(int batch) {
            settled = settled.minus(COST);
            Entry entry = new Entry(
                    account,
                    firstSeq + batch,
                    Ids.derive(Ids.ENTRY, account.toString(), "old", Integer.toString(batch)),
                    EntryKind.USAGE,
                    EntryKind.USAGE.from(),
                    EntryKind.USAGE.to(),
                    COST,
                    settled,
                    new Cause(CauseType.USAGE_BATCH, "bat_" + batch),
                    "platform",
                    at(batch),
                    "");
            head = HashChain.next(head, entry);
            return String.join(
                    ",",
                    Long.toString(account.value()),
                    Long.toString(entry.seq()),
                    entry.id(),
                    entry.kind().name(),
                    entry.from().name(),
                    entry.to().name(),
                    Long.toString(COST.nanos()),
                    Long.toString(settled.nanos()),
                    entry.cause().type().name(),
                    entry.cause().id(),
                    entry.actor(),
                    utc(entry.recordedAt()),
                    head);
        }

        String use(int batch) {
            return account.value() + "," + (firstSeq + batch) + "," + grant + "," + COST.nanos();
        }

        String event(int batch) {
            String at = utc(at(batch));
            return account.value() + ",old-" + batch + "," + batch + "," + sku + ",1234," + COST.nanos() + ",0," + at
                    + "," + at + ",,project-" + batch % 40 + ",model-" + batch % 7 + ",";
        }

        /** The balance and the grant, as the last entry leaves them. */
        void close(java.sql.Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE ledger_balance b SET purchased = %1$d, head = '%2$s', epoch = epoch + 1,"
                                .formatted(settled.nanos(), head)
                        + " (seq, batches) = (SELECT max(e.seq), max(e.seq) - %d FROM ledger_entry e WHERE e.account = b.account)"
                                .formatted(firstSeq)
                        + " WHERE account = " + account.value());
                statement.execute("UPDATE credit_grant SET rest = " + settled.nanos() + " WHERE id = '" + grant + "'");
            }
        }

        private Instant at(int batch) {
            return begin.plus(batch * stepMicros, ChronoUnit.MICROS);
        }

        private static String utc(Instant at) {
            return LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
        }
    }
}
