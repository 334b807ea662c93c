package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.id.AccountId;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceLine;
import billing.domain.money.Money;
import billing.domain.usage.UsageEvent;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Meter;
import billing.ejb.house.Pair;
import billing.ejb.house.Together;
import billing.ejb.ledger.AccountSpan;
import billing.ejb.ledger.MonthService;
import billing.ejb.runtime.Database;
import billing.ejb.sandbox.SandboxClockService;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The end of a month on two nodes over one database. */
@InEachHouse(Pair.HIBERNATE_POSTGRESQL)
class TwoNodesMonthEndTest {
    private static final BillingTerms BUILD = new BillingTerms(TermsType.BUILD, 5, Money.of("1000.00"), null, null);
    private static final int MANY = 300;
    private static final int SOME = 60;
    private static final int CHUNK = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static @Nullable House left;
    private static @Nullable House right;

    TwoNodesMonthEndTest(House pair) {
        if (left == null) {
            left = pair.onEmptyDatabase();
            right = left.anotherNode();
        }
    }

    @AfterAll
    static void close() {
        Stream.of(right, left).filter(Objects::nonNull).forEach(House::close);
        left = null;
        right = null;
    }

    /** Two nodes, and what their accounts used in a month that has just ended. */
    private record Night(House left, House right, List<Customer> customers, Meter meter, YearMonth month) {

        static Night falls(House left, House right, int accounts) {
            List<Customer> customers = Stream.generate(() -> left.customerOn(BUILD))
                    .limit(accounts)
                    .toList();
            YearMonth month = YearMonth.from(left.now().atOffset(ZoneOffset.UTC));
            Night night = new Night(left, right, customers, Meter.of(left, "0.01"), month);
            night.use("before", 0, accounts, 2 * accounts, left);
            night.passes();
            return night;
        }

        /** The clock is moved over the end of the month, and nobody does what falls due then. */
        private void passes() {
            Instant end =
                    month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            left.sleeps(Duration.between(left.now(), end).plusSeconds(5));
            right.get(SandboxClockService.class).catchUp();
        }

        /** Each of some accounts uses twice of what costs a cent: as much as its place, and once more. */
        void use(String name, int from, int to, int atOnce, House node) {
            List<UsageEvent> events = new ArrayList<>();
            Meter read = meter.at(node);
            for (int i = from; i < to; i++) {
                AccountId account = customers.get(i).id();
                events.add(read.event(account, name + "-a", String.valueOf(100 + i)));
                events.add(read.event(account, name + "-b", "100"));
            }
            for (int i = 0; i < events.size(); i += atOnce) {
                read.reports(events.subList(i, Math.min(i + atOnce, events.size())));
            }
        }

        static Money used(int place) {
            return Money.ofCents(200 + place);
        }

        Invoice document(int place) {
            List<Invoice> documents = left.get(InvoiceService.class)
                    .list(customers.get(place).id(), null, 10)
                    .items();
            assertEquals(1, documents.size(), () -> place + ": " + documents);
            return documents.get(0);
        }

        /** Each account has one document of the month, whose lines come to what it used in it, and no number is left out. */
        void isOver() {
            for (int i = 0; i < customers.size(); i++) {
                Invoice document = document(i);
                assertEquals(month, document.month());
                assertEquals(used(i), document.usage());
                assertEquals(used(i), document.amountDue());
                assertEquals(
                        used(i),
                        left.get(InvoiceService.class).lines(document).stream()
                                .map(InvoiceLine::amount)
                                .reduce(Money.ZERO, Money::plus));
            }
            String series = "INV-" + month.plusMonths(1).getYear() + "-";
            List<String> numbers = left.get(Database.class)
                    .list(
                            "SELECT number FROM invoice WHERE number LIKE ? ORDER BY number",
                            row -> row.getString("number"),
                            series + "%");
            assertEquals(
                    IntStream.rangeClosed(1, numbers.size())
                            .mapToObj(i -> series + "%06d".formatted(i))
                            .toList(),
                    numbers);
            assertEquals(List.of(), left.selfCheck().findings());
        }

        MonthRun run() {
            return left.get(MonthEndService.class).find(month).orElseThrow();
        }

        /** What is due is done on both nodes at once. */
        void worksOnBoth() {
            Together.each(2, i -> () -> {
                (i == 0 ? left : right).runsDueWork();
                return true;
            });
        }
    }

    private static Night night(int accounts) {
        return Night.falls(Objects.requireNonNull(left), Objects.requireNonNull(right), accounts);
    }

    private static long token(House node, String holder) {
        return node.get(MonthEndSteps.class).takeLease(holder).orElseThrow();
    }

    /** Closes what is left, some at a time; says how many times there was something. */
    private static int closeAll(House node, long token, YearMonth month) {
        int chunks = 0;
        long last = 0;
        for (Optional<AccountSpan> next = next(node, month, last); next.isPresent(); next = next(node, month, last)) {
            chunks++;
            close(node, token, month, next.get());
            last = next.get().last();
        }
        return chunks;
    }

    private static Optional<AccountSpan> next(House node, YearMonth month, long after) {
        return node.get(MonthService.class).next(month, after, CHUNK);
    }

    private static OptionalInt close(House node, long token, YearMonth month, AccountSpan accounts) {
        return node.get(MonthEndSteps.class).close(token, month, accounts, new Stopwatch());
    }

    private static long chunks(long accounts) {
        return (accounts + CHUNK - 1) / CHUNK;
    }

    private static void expireLease(House node) {
        node.tamper("UPDATE month_lease SET until_at = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
    }

    private static void until(BooleanSupplier reached, String otherwise) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, otherwise);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Even if both believe to have the lease; what is used meanwhile belongs to the new month, whoever closes the old one. */
    @Test
    void two_nodes_that_close_write_and_stamp_at_once_make_one_document_of_each_account() {
        Night night = night(MANY);
        long token = token(night.left(), "both");
        night.left().get(MonthEndSteps.class).begin(token, night.month());
        AtomicInteger closing = new AtomicInteger(6);
        Together.each(16, i -> {
            House node = i % 2 == 0 ? night.left() : night.right();
            return () -> works(night, node, i, token, closing);
        });
        expireLease(night.left());
        night.worksOnBoth();
        night.isOver();
        assertEquals(0, night.run().left());
        isUsedInTheNewMonth(night);
    }

    /** Two close, four report, two write, eight stamp until nobody closes any more. */
    private boolean works(Night night, House node, int i, long token, AtomicInteger closing) {
        if (i < 2) {
            closeAll(node, token, night.month());
        } else if (i < 6) {
            int some = night.customers().size() / 8;
            night.use("meanwhile", (i - 2) * some, (i - 1) * some, 10, node);
        }
        if (i < 6) {
            closing.decrementAndGet();
            return true;
        }
        while (closing.get() > 0) {
            if (i < 8) {
                node.get(UnwrittenMonths.class).runDue(node.now());
            } else {
                node.get(StampSteps.class).stamp(7);
            }
        }
        return true;
    }

    private void isUsedInTheNewMonth(Night night) {
        int accounts = night.customers().size();
        int reporting = accounts / 8 * 4;
        IntStream.range(0, accounts)
                .forEach(i -> assertEquals(
                        i < reporting ? Night.used(i).negated() : Money.ZERO,
                        night.customers().get(i).balance().settled()));
    }

    @Test
    void whoever_is_silent_for_too_long_commits_nothing_any_more_and_the_other_completes() {
        Night night = night(SOME);
        long waiting = left(night);
        MonthEndSteps old = night.left().get(MonthEndSteps.class);
        long lost = token(night.left(), "left");
        assertTrue(old.begin(lost, night.month()));
        AccountSpan first = next(night.left(), night.month(), 0).orElseThrow();
        assertEquals(OptionalInt.of(CHUNK), close(night.left(), lost, night.month(), first));
        assertTrue(night.right().get(MonthEndSteps.class).takeLease("right").isEmpty(), "it is not silent");
        expireLease(night.left());
        long taken = token(night.right(), "right");
        assertEquals(lost + 1, taken);
        AccountSpan second = next(night.left(), night.month(), first.last()).orElseThrow();
        assertEquals(OptionalInt.empty(), close(night.left(), lost, night.month(), second));
        assertEquals(waiting - CHUNK, left(night), "nothing that the old holder did counts");
        assertEquals(chunks(waiting - CHUNK), closeAll(night.right(), taken, night.month()));
        old.finish(lost, night.month());
        assertNull(night.run().finishedAt(), "the old holder does not end it either");
        night.right().get(MonthEndSteps.class).finish(taken, night.month());
        assertNotNull(night.run().finishedAt());
        old.release(lost);
        assertTrue(old.takeLease("left").isEmpty(), "nor does it give away what another has");
        expireLease(night.left());
        night.worksOnBoth();
        night.isOver();
    }

    private static long left(Night night) {
        return night.left().get(MonthService.class).left(night.month());
    }

    /** The lease goes while the old holder's transaction is under way: it has closed books that it may not commit. */
    @Test
    void who_loses_the_lease_in_the_middle_of_a_transaction_undoes_it() {
        Night night = night(SOME);
        long waiting = left(night);
        MonthEndSteps old = night.left().get(MonthEndSteps.class);
        long lost = token(night.left(), "left");
        assertTrue(old.begin(lost, night.month()));
        AccountSpan first = next(night.left(), night.month(), 0).orElseThrow();
        CompletableFuture<OptionalInt> step = night.right().inTransaction(() -> {
            holdUp(night);
            CompletableFuture<OptionalInt> held =
                    CompletableFuture.supplyAsync(() -> close(night.left(), lost, night.month(), first));
            CompletableFuture.runAsync(() -> takeOver(night)).join();
            return held;
        });
        assertEquals(OptionalInt.empty(), step.join());
        assertEquals(waiting, left(night));
        assertEquals(0, night.run().done());
        long taken = token(night.right(), "right");
        assertEquals(chunks(waiting), closeAll(night.right(), taken, night.month()));
        expireLease(night.left());
        night.worksOnBoth();
        night.isOver();
    }

    /** Keeps the row that each step of a month's end notes its progress in, until the caller's transaction ends. */
    private static void holdUp(Night night) {
        night.right().tamper("UPDATE month_run SET done = done");
    }

    /** As soon as somebody waits for what is held up. */
    private static void takeOver(Night night) {
        until(() -> waits(night), "the old holder does not wait");
        expireLease(night.right());
        token(night.right(), "right");
    }

    private static boolean waits(Night night) {
        return night.left()
                        .get(Database.class)
                        .one(
                                "SELECT COUNT(*) AS waiting FROM pg_locks WHERE NOT granted",
                                row -> row.getLong("waiting"))
                        .orElseThrow()
                > 0;
    }

    /** Each in an order of its own, so that they meet everywhere. */
    @Test
    void months_that_first_postings_close_while_the_month_end_runs_are_closed_once() {
        Night night = night(SOME);
        List<Integer> places = new ArrayList<>(
                IntStream.range(0, night.customers().size()).boxed().toList());
        Collections.reverse(places);
        Together.each(3, i -> () -> {
            if (i == 0) {
                night.left().get(MonthEndService.class).close(night.month());
            } else {
                House node = i == 1 ? night.left() : night.right();
                places.forEach(place -> night.customers().get(place).at(node).isGiven("0.25"));
            }
            return true;
        });
        expireLease(night.left());
        night.worksOnBoth();
        night.isOver();
        night.customers()
                .forEach(customer ->
                        assertEquals("0.50", customer.balance().settled().toString()));
    }
}
