package billing.it.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import billing.it.Property;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes on one database, and month ends in whose middle the node at work falls silent for longer than its lease, or is killed.
 * The other one takes over; who comes back has lost. Each account has one invoice a month, and no number is left out.
 */
@Tag("deep")
class TwoNodesMonthEndIT {
    private static final int ACCOUNTS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String OF_BOOKS =
            "SELECT account FROM ledger_balance ORDER BY account DESC LIMIT 1 FOR UPDATE";
    private static final String WAITING = "SELECT COUNT(*) FROM pg_locks WHERE NOT granted";
    private static final String TOKEN = "SELECT token FROM month_lease";
    private static final String UNEVEN = "SELECT COUNT(*) FROM invoice i WHERE usage_cost <> (SELECT SUM(amount)"
            + " FROM invoice_line l WHERE l.account = i.account AND l.in_month = i.in_month)";

    @Test
    void each_month_is_closed_once_though_whoever_closes_it_is_silent_or_killed() throws SQLException {
        try (DurablePostgres postgres = DurablePostgres.ofThisRun("month-end").start();
                QuickStart left = node("left", "billing.crash.port", postgres).start();
                QuickStart right =
                        node("right", "billing.crash2.port", postgres).start();
                Connection database = postgres.connect("postgres")) {
            List<String> accounts = accounts(left.billing());
            YearMonth silent = month(left.billing());
            use(accounts, left.billing());
            beginsToClose(left, right, postgres, () -> left.signal("STOP"));
            awaitTakeOver(database);
            left.signal("CONT");
            isClosed(database, silent, 1);
            use(accounts, left.billing());
            beginsToClose(left, right, postgres, left::kill);
            isClosed(database, silent.plusMonths(1), 2);
            JsonObject check = right.billing().selfCheck();
            assertTrue(check.getBoolean("ok"), check::toString);
        }
    }

    private static QuickStart node(String name, String port, DurablePostgres postgres) {
        return new QuickStart("month-end-" + name, Property.of(port)).onDatabase(postgres.url("postgres"));
    }

    private static Instant now(Billing billing) {
        return Instant.parse(billing.get("sandbox/clock").json().getString("now"));
    }

    private static YearMonth month(Billing billing) {
        return YearMonth.from(now(billing).atOffset(ZoneOffset.UTC));
    }

    private static List<String> accounts(Billing billing) {
        assertEquals(201, billing.post("prices", """
                {"sku":"minutes","product":"OTHER","unit":"minute","unitPrice":"0.2","effectiveFrom":"2020-01-01T00:00:00Z"}\
                """).status());
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            String id = billing.newAccount("Ada").id();
            assertEquals(200, billing.put("accounts/" + id + "/terms", """
                    {"type":"BUILD","tier":2,"reason":"pays afterwards"}\
                    """).status());
            accounts.add(id);
        }
        return accounts;
    }

    /** Each uses something for another price, two dollars or more. */
    private static void use(List<String> accounts, Billing billing) {
        Instant time = now(billing);
        String events = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{\"id\":\"%s\",\"account\":\"%s\",\"sku\":\"minutes\",\"quantity\":\"%d\",\"time\":\"%s\"}",
                        UUID.randomUUID(),
                        accounts.get(i),
                        10 + i,
                        time))
                .collect(Collectors.joining(","));
        assertEquals(
                ACCOUNTS,
                billing.post("usage-events", "{\"events\":[" + events + "]}")
                        .json()
                        .getInt("accepted"));
    }

    /**
     * One node closes a month, the other knows nothing of it yet. In the middle, where it waits for a row of the books, something
     * happens to it; then the other comes.
     */
    private static void beginsToClose(QuickStart one, QuickStart other, DurablePostgres postgres, Runnable happens)
            throws SQLException {
        toTheLastHour(one.billing());
        other.signal("STOP");
        try (Connection holdUp = postgres.connect("postgres")) {
            holdUp.setAutoCommit(false);
            number(holdUp, OF_BOOKS);
            Instant end = nextMonth(one.billing()).plusSeconds(1);
            CompletableFuture.runAsync(() -> advance(one.billing(), end));
            awaitNumber(holdUp, WAITING, 1);
            happens.run();
            holdUp.rollback();
        } finally {
            other.signal("CONT");
        }
    }

    /** What falls due before the end is done before it, however many requests that takes. */
    private static void toTheLastHour(Billing billing) {
        Instant last = nextMonth(billing).minus(Duration.ofHours(1));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (now(billing).isBefore(last)) {
            assertTrue(System.nanoTime() < end, "the month does not pass");
            advance(billing, last);
        }
    }

    private static Instant nextMonth(Billing billing) {
        return month(billing).plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static void advance(Billing billing, Instant to) {
        try {
            billing.post("sandbox/clock/advance", "{\"to\":\"" + to + "\"}");
        } catch (UncheckedIOException cut) {
            // it was killed, or silent for too long
        }
    }

    /** The lease goes to another as soon as its holder was silent for half a minute. */
    private static void awaitTakeOver(Connection database) throws SQLException {
        awaitNumber(database, TOKEN, number(database, TOKEN) + 1);
    }

    private static void isClosed(Connection database, YearMonth month, int months) throws SQLException {
        String closed = "SELECT COUNT(DISTINCT account) FROM invoice WHERE number LIKE 'INV-%' AND in_month = "
                + (month.getYear() * 100 + month.getMonthValue());
        awaitNumber(database, closed, ACCOUNTS);
        assertEquals(ACCOUNTS * months, number(database, "SELECT COUNT(*) FROM invoice WHERE number LIKE 'INV-%'"));
        assertEquals(0, number(database, UNEVEN));
        List<String> numbers = texts(database, "SELECT number FROM invoice WHERE number LIKE 'INV-%' ORDER BY number");
        assertEquals(gapless(numbers), numbers);
    }

    /** As many numbers of each year, counted from one. */
    private static List<String> gapless(List<String> numbers) {
        return numbers.stream()
                .collect(Collectors.groupingBy(number -> number.substring(0, 9), Collectors.counting()))
                .entrySet()
                .stream()
                .flatMap(year -> IntStream.rangeClosed(1, year.getValue().intValue())
                        .mapToObj(i -> "%s%06d".formatted(year.getKey(), i)))
                .sorted()
                .toList();
    }

    private static void awaitNumber(Connection database, String sql, long least) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(database, sql) < least) {
            assertTrue(System.nanoTime() < end, sql);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        return Long.parseLong(texts(database, sql).get(0));
    }

    private static List<String> texts(Connection database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
