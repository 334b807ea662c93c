package billing.ejb.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.AccountId;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import billing.domain.usage.UsageEvent;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Meter;
import billing.ejb.house.Together;
import billing.ejb.ledger.LedgerService;
import billing.ejb.runtime.Database;
import billing.ejb.usage.Rejection.Code;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is reported is rated, debited and recorded, once. */
@InEachHouse
class RecordingTest {
    private final House house;
    private final Customer customer;
    private final Meter tokens;

    RecordingTest(House house) {
        this.house = house;
        customer = house.customer();
        customer.isGiven("10.00");
        tokens = Meter.of(house, "0.0000018");
    }

    private UsageEvent event(String id, String quantity) {
        return tokens.event(customer.id(), id, quantity);
    }

    private static List<Code> codes(UsageReceipt receipt) {
        return receipt.rejected().stream().map(Rejection::code).toList();
    }

    /** All events of a customer, against the ledger's entries of their batches. */
    private void tiesOut(Customer... all) {
        for (Customer one : all) {
            Money events = house.get(Database.class)
                    .one(
                            "SELECT COALESCE(SUM(amount), 0) AS amount FROM usage_event WHERE account = ?",
                            row -> Money.ofNanos(row.getLong("amount")),
                            one.id())
                    .orElseThrow();
            Money entries = one.entries().stream()
                    .filter(entry -> entry.kind() == EntryKind.USAGE)
                    .map(Entry::amount)
                    .reduce(Money.ZERO, Money::plus);
            assertEquals(events, entries);
            assertEquals(Set.of(), one.findings());
        }
    }

    @Test
    void what_is_reported_is_debited_at_its_price_by_one_entry_a_batch() {
        UsageReceipt receipt = tokens.reports(event("a", "1000"), event("b", "1"), event("c", "0"));
        assertEquals(new UsageReceipt(3, 0, List.of(), List.of()), receipt);
        assertEquals("9.998198200", customer.available());
        assertEquals(
                List.of(Money.of("0.0018018")),
                customer.entries().stream()
                        .filter(entry -> entry.kind() == EntryKind.USAGE)
                        .map(Entry::amount)
                        .toList());
        tiesOut(customer);
    }

    @Test
    void the_same_event_again_is_acknowledged_and_changes_nothing() {
        tokens.reports(event("a", "1000"));
        UsageEvent first = event("b", "1000.0");
        assertEquals(1, tokens.reports(first).accepted());
        UsageEvent again = tokens.event(customer.id(), "b", "1000", first.occurredAt());
        assertEquals(new UsageReceipt(0, 1, List.of(), List.of()), tokens.reports(again));
        assertEquals("9.996400000", customer.available());
    }

    @Test
    void the_same_id_with_other_content_is_a_conflict_and_changes_nothing() {
        UsageEvent first = event("a", "1000");
        tokens.reports(first);
        UsageEvent other = tokens.event(customer.id(), "a", "1001", first.occurredAt());
        UsageEvent later =
                tokens.event(customer.id(), "a", "1000", first.occurredAt().plusSeconds(1));
        UsageEvent labelled = new UsageEvent(
                "a",
                customer.id(),
                tokens.sku(),
                new BigDecimal("1000"),
                first.occurredAt(),
                new Labels(null, "p", null),
                null);
        for (UsageEvent one : List.of(other, later, labelled)) {
            assertEquals(new UsageReceipt(0, 0, List.of("a"), List.of()), tokens.reports(one));
        }
        assertEquals("9.998200000", customer.available());
    }

    @Test
    void one_id_twice_in_a_batch_counts_once() {
        UsageEvent first = event("a", "1000");
        UsageEvent other = tokens.event(customer.id(), "a", "5", first.occurredAt());
        assertEquals(new UsageReceipt(1, 1, List.of("a"), List.of()), tokens.reports(first, first, other));
        assertEquals("9.998200000", customer.available());
    }

    @Test
    void an_id_counts_once_for_each_account() {
        Customer neighbour = house.customer();
        UsageReceipt receipt = tokens.reports(event("a", "1000"), tokens.event(neighbour.id(), "a", "1000"));
        assertEquals(2, receipt.accepted());
        assertEquals("-0.001800000", neighbour.available());
        tiesOut(customer, neighbour);
    }

    @Test
    void bad_events_are_named_and_never_stop_the_good_ones() {
        UsageEvent old = tokens.event(
                customer.id(),
                "old",
                "1",
                house.now().minus(Duration.ofDays(35)).minusSeconds(1));
        UsageEvent early = tokens.event(
                customer.id(),
                "early",
                "1",
                house.now().plus(Duration.ofMinutes(5)).plusSeconds(30));
        UsageEvent unknown =
                new UsageEvent("unknown", customer.id(), "no-such-sku", BigDecimal.ONE, house.now(), Labels.NONE, null);
        UsageEvent stranger = tokens.event(new AccountId(42), "stranger", "1");
        UsageEvent unheld = new UsageEvent(
                "unheld", customer.id(), tokens.sku(), BigDecimal.ONE, house.now(), Labels.NONE, "hld_none");
        UsageReceipt receipt = tokens.reports(
                old,
                early,
                unknown,
                stranger,
                unheld,
                event("half", "0.5"),
                event("huge", "9999999999999"),
                event("good", "1000"));
        assertEquals(1, receipt.accepted());
        assertEquals(
                List.of(
                        Code.TOO_OLD,
                        Code.IN_THE_FUTURE,
                        Code.UNKNOWN_SKU,
                        Code.UNKNOWN_ACCOUNT,
                        Code.UNKNOWN_HOLD,
                        Code.FRACTIONAL_QUANTITY,
                        Code.AMOUNT_TOO_LARGE),
                codes(receipt));
        assertEquals("9.998200000", customer.available());
    }

    @Test
    void a_price_that_is_not_effective_yet_rates_nothing() {
        UsageEvent before = new UsageEvent(
                "a",
                customer.id(),
                tokens.sku(),
                BigDecimal.ONE,
                house.now().minus(Duration.ofDays(20)),
                Labels.NONE,
                null);
        Meter coming = Meter.of(house, "1");
        house.get(PriceService.class)
                .post(new NewPrice(
                        "coming-" + customer.id(),
                        Product.OTHER,
                        "unit",
                        BigDecimal.ONE,
                        false,
                        house.now().plus(Duration.ofDays(1)),
                        "system"));
        UsageEvent early = new UsageEvent(
                "b", customer.id(), "coming-" + customer.id(), BigDecimal.ONE, house.now(), Labels.NONE, null);
        assertEquals(List.of(Code.PRICE_NOT_EFFECTIVE), codes(coming.reports(before, early)));
    }

    @Test
    void what_only_the_database_can_refuse_is_found_and_stops_nobody() {
        Customer whale = house.customer();
        Meter yachts = Meter.of(house, "10000000");
        List<UsageEvent> events = new ArrayList<>(IntStream.range(0, 950)
                .mapToObj(i -> yachts.event(whale.id(), "yacht-" + i, "1"))
                .toList());
        events.add(event("good", "1000"));
        UsageReceipt receipt = yachts.reports(events);
        assertEquals(Set.of(Code.NOT_RECORDED), new HashSet<>(codes(receipt)));
        assertEquals(951, receipt.accepted() + receipt.rejected().size());
        assertTrue(receipt.rejected().size() < 60, "922 yachts fit into a balance");
        assertEquals("9.998200000", customer.available());
        tiesOut(customer, whale);
    }

    @Test
    void usage_of_a_closed_account_is_written_off() {
        house.inTransaction(() -> {
            house.get(LedgerService.class).close(customer.id());
            return null;
        });
        assertEquals(1, tokens.reports(event("a", "1000")).accepted());
        assertEquals("10.00", customer.available());
        assertEquals(EntryKind.LATE_USAGE, customer.entries().get(0).kind());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void a_price_that_changes_meanwhile_is_the_price_of_what_comes_after() {
        tokens.reports(event("a", "1000"));
        house.wait(Duration.ofMinutes(10));
        house.get(PriceService.class)
                .post(new NewPrice(
                        tokens.sku(),
                        Product.API_REQUEST,
                        "unit",
                        new BigDecimal("1"),
                        false,
                        house.now().plusSeconds(1),
                        "system"));
        house.wait(Duration.ofMinutes(10));
        tokens.reports(event("b", "1"));
        assertEquals("8.998200000", customer.available());
    }

    @Test
    void many_at_once_with_half_of_it_repeated_lose_nothing_and_count_nothing_twice() {
        List<Customer> customers = Stream.generate(house::customer).limit(5).toList();
        long seed = System.nanoTime();
        List<UsageEvent> all = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            AccountId account = customers.get(random.nextInt(customers.size())).id();
            all.add(tokens.event(account, "e" + i, Integer.toString(random.nextInt(100_000))));
        }
        List<UsageReceipt> receipts = Together.each(8, thread -> () -> {
            List<UsageEvent> mine = all.subList(thread / 2 * 250, thread / 2 * 250 + 250);
            return tokens.reports(mine);
        });
        assertEquals(1_000, receipts.stream().mapToInt(UsageReceipt::accepted).sum(), "seed " + seed);
        assertEquals(1_000, receipts.stream().mapToInt(UsageReceipt::duplicates).sum(), "seed " + seed);
        Money cost = all.stream()
                .map(event -> Money.priced(new BigDecimal("0.0000018"), event.quantity()))
                .reduce(Money.ZERO, Money::plus);
        Money owed = customers.stream().map(one -> one.balance().settled()).reduce(Money.ZERO, Money::plus);
        assertEquals(cost.negated(), owed, "seed " + seed);
        tiesOut(customers.toArray(Customer[]::new));
    }
}
