package billing.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A month end of accounts that have used three things each: closed, written and numbered by the product; in chunks of 1,000 by
 * SQL alone beside it.
 */
final class MonthEnds {
    private static final int CHUNK = 1_000;
    private static final int TIMES = 10;
    private static final int WARM_UP = 50_000;
    private static final int HTTP_OK = 200;
    /** What is left to do: months to be closed, and documents without a number. */
    private static final String UNDONE = "SELECT (SELECT count(*) FROM ledger_balance WHERE open_month <= %1$d)"
            + " + (SELECT count(*) FROM invoice WHERE status IN ('CLOSED', 'DRAFT'))";

    private MonthEnds() {}

    /** Accounts a second. */
    static double product(Stage stage) {
        stage.warmMonthEnds();
        return product(stage, stage.options().accounts());
    }

    /** Of a million accounts, only the first few thousand meet a server that still compiles itself. */
    static void warmUp(Stage stage) {
        product(stage, WARM_UP);
    }

    /** Milliseconds for each account. */
    static double perAccount(Stage stage) {
        return 1_000 / product(stage);
    }

    /** The same of a thousand accounts, ten times, because one is soon over. */
    static double perAccountOfAThousand(Stage stage) {
        double millis = 0;
        for (int i = 0; i < TIMES; i++) {
            millis += 1_000 / product(stage, CHUNK);
        }
        return millis / TIMES;
    }

    /** In milliseconds: how long access checks take while a month end runs, however often one is over. */
    static double accessMeanwhile(Stage stage) {
        stage.accounts();
        stage.warmMonthEnds();
        fill(stage.postgres(), stage.options().accounts());
        CompletableFuture<Double> beside = CompletableFuture.supplyAsync(() -> close(stage));
        double millis = Access.alone(stage);
        stage.say(
                "meanwhile %,d accounts, %,d left",
                stage.options().accounts(), stage.postgres().number(Postgres.PRODUCT, UNDONE.formatted(number())));
        stage.say("the month end, beside access checks and then alone: %.2f s", beside.join());
        return millis;
    }

    private static double product(Stage stage, int accounts) {
        fill(stage.postgres(), accounts);
        stage.postgres().checkpoint();
        double seconds = close(stage);
        stage.say("month end of %,d accounts: %.2f s", accounts, seconds);
        return accounts / seconds;
    }

    private static YearMonth month() {
        return YearMonth.now(ZoneOffset.UTC).minusMonths(1);
    }

    private static int number() {
        return month().getYear() * 100 + month().getMonthValue();
    }

    /** From when the accounts are there until the last one has its document. */
    private static double close(Stage stage) {
        long begin = System.nanoTime();
        while (stage.billing().post("month-end/" + month(), "").status() != HTTP_OK
                || stage.postgres().number(Postgres.PRODUCT, UNDONE.formatted(number())) > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Accounts as the product leaves them after a month of usage; their balances come last, because they begin the month end. */
    private static void fill(Postgres postgres, int accounts) {
        long first = postgres.number(Postgres.PRODUCT, "SELECT max(id) + 1 FROM billing_account");
        long last = first + accounts - 1;
        postgres.execute(Postgres.PRODUCT, """
                INSERT INTO sku (code, product, unit, fractional, used)
                SELECT 'bench.month.' || n, 'API_REQUEST', 'token', FALSE, TRUE FROM generate_series(1, 3) n
                ON CONFLICT DO NOTHING""", """
                INSERT INTO billing_account (id, name, email, currency, status, terms_type, terms_tier, terms_limit,
                  created_at, version)
                SELECT n, 'Bench month', 'month@example.com', 'usd', 'ACTIVE', 'BUILD', 5, 1000000000000,
                  now() - interval '60 days', 0 FROM generate_series(%d, %d) n""".formatted(first, last), "VACUUM ANALYZE billing_account");
        try (java.sql.Connection connection = postgres.connect(Postgres.PRODUCT);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET session_replication_role = replica");
            statement.execute("INSERT INTO usage_rolled (account, batch) SELECT n, 1 FROM generate_series(%d, %d) n"
                    .formatted(first, last));
            statement.execute("""
                    INSERT INTO usage_day (account, facet, on_day, recorded_month, sku_id, label, quantity, amount, events,
                      first_batch, last_batch)
                    SELECT n, 'SKU', DATE '%2$s-15', %1$d, s.id, '', 1000 + n %% 777,
                      1000000 * (s.id %% 7 + 1) + n %% 5000, 5, 1, 1
                    FROM generate_series(%3$d, %4$d) n CROSS JOIN (SELECT id FROM sku WHERE code LIKE 'bench.month.%%') s
                    """.formatted(number(), month(), first, last));
            statement.execute("""
                    INSERT INTO ledger_entry (account, seq, id, kind, from_account, to_account, amount, balance_after,
                      cause_type, cause_id, actor, recorded_at, hash)
                    SELECT n, 1, 'ent_bench_' || n, 'USAGE', 'CREDITS', 'REVENUE', u.amount, -u.amount, 'USAGE_BATCH',
                      'bat_1', 'platform', TIMESTAMP '%3$s-15 12:00:00', repeat('a', 64)
                    FROM generate_series(%1$d, %2$d) n
                    JOIN LATERAL (SELECT sum(amount)::bigint AS amount FROM usage_day WHERE account = n) u ON TRUE
                    """.formatted(first, last, month()));
            statement.execute("""
                    INSERT INTO ledger_balance (account, debt, batches, seq, epoch, head, open_month, postpaid)
                    SELECT n, e.amount, 1, 1, 1, repeat('a', 64), %3$d, TRUE
                    FROM generate_series(%1$d, %2$d) n JOIN ledger_entry e ON e.account = n AND e.seq = 1
                    """.formatted(first, last, number()));
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Accounts a second, in chunks of 1,000, one transaction each. */
    static double raw(Stage stage) {
        int accounts = stage.options().accounts();
        stage.raw().execute("month_schema", Map.of("naccounts", accounts));
        stage.postgres().checkpoint();
        String sql = RawDatabase.text("month_chunk").replaceAll("(?m)^ *--.*$", "");
        String chunk = sql.replace(":lo", "?").replace(":hi", "?");
        long begin = System.nanoTime();
        try (java.sql.Connection connection = stage.postgres().connect(RawDatabase.NAME);
                PreparedStatement statement = connection.prepareStatement(chunk)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int low = 1; low <= accounts; low += CHUNK) {
                for (int i = 1; i <= parameters; i += 2) {
                    statement.setLong(i, low);
                    statement.setLong(i + 1, low + CHUNK - 1L);
                }
                statement.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        stage.say("SQL alone, %,d accounts: %.2f s", accounts, seconds);
        return accounts / seconds;
    }
}
