package billing.ejb.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.money.Money;
import billing.domain.usage.Product;
import billing.domain.usage.UsageEvent;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Meter;
import billing.ejb.house.Pair;
import billing.ejb.house.Together;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two nodes record usage of the same accounts over one database. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_POSTGRESQL})
class TwoNodesRecordingTest {
    private static final int EVENTS = 2_000;

    private final House house;

    TwoNodesRecordingTest(House house) {
        this.house = house;
    }

    private static void seeEachOther(House... nodes) {
        for (int i = 0; i < 2; i++) {
            Stream.of(nodes).forEach(node -> node.get(UsageNodes.class).sign());
        }
    }

    @Test
    void nodes_know_of_each_other_and_of_being_alone() {
        house.tamper("DELETE FROM usage_node");
        house.get(UsageNodes.class).sign();
        assertTrue(house.get(UsageNodes.class).alone());
        try (House other = house.anotherNode()) {
            seeEachOther(house, other);
            assertFalse(house.get(UsageNodes.class).alone());
            assertFalse(other.get(UsageNodes.class).alone());
        }
    }

    @Test
    void what_is_sent_to_both_counts_once_whether_they_take_turns_or_not() {
        try (House other = house.anotherNode()) {
            house.tamper("DELETE FROM usage_node");
            house.get(UsageNodes.class).sign();
            other.get(UsageNodes.class);
            bothRecord(List.of(house, other));
            seeEachOther(house, other);
            bothRecord(List.of(house, other));
        }
    }

    private void bothRecord(List<House> nodes) {
        Meter meter = Meter.of(house, Product.EVALUATION, "0.000123456789", true);
        List<Customer> customers = Stream.generate(house::customer).limit(7).toList();
        customers.forEach(customer -> customer.isGiven("5.00"));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<UsageEvent> all = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Customer customer = customers.get(random.nextInt(customers.size()));
            String quantity = BigDecimal.valueOf(random.nextInt(1_000_000), 3).toPlainString();
            all.add(meter.event(customer.id(), "e" + i, quantity));
        }
        List<UsageReceipt> receipts = Together.each(8, n -> () -> {
            int from = n / 2 * EVENTS / 4;
            return meter.at(nodes.get(n % 2)).reports(all.subList(from, from + EVENTS / 4));
        });
        assertEquals(EVENTS, receipts.stream().mapToInt(UsageReceipt::accepted).sum(), "seed " + seed);
        assertEquals(
                EVENTS, receipts.stream().mapToInt(UsageReceipt::duplicates).sum(), "seed " + seed);
        Money cost = all.stream()
                .map(event -> Money.priced(new BigDecimal("0.000123456789"), event.quantity()))
                .reduce(Money.ZERO, Money::plus);
        Money left = customers.stream().map(one -> one.balance().settled()).reduce(Money.ZERO, Money::plus);
        assertEquals(Money.of("35.00").minus(cost), left, "seed " + seed);
        customers.forEach(customer -> assertEquals(Set.of(), customer.findings()));
    }

    @Test
    void a_price_posted_on_one_node_is_the_price_on_the_other() {
        try (House other = house.anotherNode()) {
            Meter meter = Meter.of(house, "1");
            Customer customer = house.customer();
            Meter there = meter.at(other);
            there.reports(there.event(customer.id(), "before", "1"));
            Instant from = house.now().plus(Duration.ofMinutes(1));
            house.get(PriceService.class)
                    .post(new NewPrice(
                            meter.sku(), Product.API_REQUEST, "unit", BigDecimal.TEN, false, from, "system"));
            there.reports(there.event(customer.id(), "after", "1", from.plusSeconds(1)));
            assertEquals("-11.00", customer.available());
        }
    }
}
