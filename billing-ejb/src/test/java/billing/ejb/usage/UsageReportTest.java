package billing.ejb.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.Page;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import billing.ejb.runtime.Database;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the credits went: the sums are those of the events, whatever was rolled up of them. */
@InEachHouse
class UsageReportTest {
    private static final int MANY = 1_000;
    private static final List<String> NAMES =
            Arrays.asList(null, "", "a", "=", "A long name with ünïcode, \"quotes\" and blanks");
    private static final List<Set<UsageDimension>> GROUPINGS = List.of(
            EnumSet.noneOf(UsageDimension.class),
            EnumSet.of(UsageDimension.DAY, UsageDimension.PRODUCT),
            EnumSet.of(UsageDimension.SKU),
            EnumSet.of(UsageDimension.PROJECT),
            EnumSet.of(UsageDimension.DAY, UsageDimension.SKU, UsageDimension.API_KEY),
            EnumSet.of(UsageDimension.PRODUCT, UsageDimension.MODEL),
            EnumSet.of(UsageDimension.PROJECT, UsageDimension.API_KEY),
            EnumSet.allOf(UsageDimension.class));

    private final House house;
    private final Customer customer;
    private final Tally tally;
    private final UsageReportService report;
    private final UsageRollupSteps rollup;

    UsageReportTest(House house) {
        this.house = house;
        customer = house.customer();
        tally = new Tally(house, customer);
        report = house.get(UsageReportService.class);
        rollup = house.get(UsageRollupSteps.class);
    }

    @Test
    void sums_are_those_of_the_events_whenever_they_are_rolled_up() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            tally.records(events(random, 1 + random.nextInt(30)));
            tally.records(events(random, 1 + random.nextInt(5)));
            if (random.nextInt(3) > 0) {
                rollup.rollUp(customer.id());
            }
            Instant from = midnight(-3 - random.nextInt(5));
            Instant to =
                    random.nextBoolean() ? midnight(-random.nextInt(4)) : from.plusSeconds(random.nextInt(400_000));
            GROUPINGS.forEach(groups -> {
                assertSums(groups, null, null, seed);
                assertSums(groups, from, to, seed);
            });
            assertEquals(Set.of(), customer.findings(), "seed " + seed);
        }
    }

    private List<Tally.Used> events(Random random, int count) {
        List<Tally.Used> events = new ArrayList<>();
        Instant now = house.now();
        for (int i = 0; i < count; i++) {
            Instant at = now.minusSeconds(random.nextInt(10 * 86_400)).truncatedTo(ChronoUnit.MICROS);
            Labels labels = Tally.labels(name(random), name(random), name(random));
            String quantity = random.nextInt(1_000) + "." + (1 + random.nextInt(999));
            events.add(new Tally.Used(1 + random.nextInt(5), quantity, random.nextInt(2_000_000), at, now, labels));
        }
        return events;
    }

    private static @Nullable String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private void assertSums(Set<UsageDimension> groups, @Nullable Instant from, @Nullable Instant to, long seed) {
        Map<List<Object>, List<Object>> expected = new LinkedHashMap<>();
        tally.all().stream()
                .filter(event -> (from == null || !event.at().isBefore(from))
                        && (to == null || event.at().isBefore(to)))
                .forEach(event -> expected.merge(
                        key(groups, event),
                        List.of(new BigDecimal(event.quantity()).setScale(9), event.nanos(), 1L),
                        UsageReportTest::plus));
        if (groups.isEmpty()) {
            expected.putIfAbsent(List.of(), List.of(BigDecimal.ZERO, 0L, 0L));
        }
        Map<List<Object>, List<Object>> found = new LinkedHashMap<>();
        List<UsageRow> rows = report.rows(new UsageQuery(customer.id(), from, to, groups, MANY));
        rows.forEach(row ->
                found.put(key(groups, row), List.of(row.quantity(), row.amount().nanos(), row.events())));
        assertEquals(expected.size(), rows.size(), "seed " + seed + " " + groups);
        expected.forEach(
                (key, sums) -> assertEquals(sums.toString(), String.valueOf(found.get(key)), "seed " + seed + key));
    }

    private static List<Object> plus(List<Object> one, List<Object> other) {
        return List.of(
                ((BigDecimal) one.get(0)).add((BigDecimal) other.get(0)),
                (Long) one.get(1) + (Long) other.get(1),
                (Long) one.get(2) + (Long) other.get(2));
    }

    private static List<Object> key(Set<UsageDimension> groups, Tally.Used event) {
        List<Object> key = new ArrayList<>();
        String product = List.of("API_REQUEST", "DEDICATED_ENDPOINT", "FINE_TUNING", "EVALUATION", "OTHER")
                .get(event.sku() - 1);
        groups.forEach(group -> key.add(
                switch (group) {
                    case DAY -> LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
                    case PRODUCT -> product;
                    case SKU -> "hold:" + product;
                    case API_KEY -> Optional.ofNullable(event.labels().apiKey());
                    case PROJECT -> Optional.ofNullable(event.labels().project());
                    case MODEL -> Optional.ofNullable(event.labels().model());
                }));
        return key;
    }

    private static List<Object> key(Set<UsageDimension> groups, UsageRow row) {
        List<Object> key = new ArrayList<>();
        groups.forEach(group -> key.add(
                switch (group) {
                    case DAY -> row.day();
                    case PRODUCT -> String.valueOf(row.product());
                    case SKU -> row.sku();
                    case API_KEY, PROJECT, MODEL -> Optional.ofNullable(row.label(group));
                }));
        return key;
    }

    @Test
    void days_come_in_their_order_and_what_cost_most_comes_first() {
        tally.uses("1.00", midnight(-2));
        tally.uses("3.00", midnight(-1));
        tally.records(List.of(used(2, "2.00", midnight(-1), Labels.NONE)));
        assertEquals(List.of("1.00", "3.00", "2.00"), amounts(EnumSet.of(UsageDimension.DAY, UsageDimension.PRODUCT)));
        assertEquals(List.of("4.00", "2.00"), amounts(EnumSet.of(UsageDimension.PRODUCT)));
    }

    private List<String> amounts(Set<UsageDimension> groups) {
        return report.rows(new UsageQuery(customer.id(), null, null, groups, MANY)).stream()
                .map(row -> row.amount().toString())
                .toList();
    }

    @Test
    void an_event_counts_on_the_day_of_its_time_to_the_microsecond() {
        tally.uses("1.00", midnight(0).minus(1, ChronoUnit.MICROS));
        tally.uses("2.00", midnight(0));
        for (int round = 0; round < 2; round++) {
            assertEquals("1.00", between(midnight(-1), midnight(0)));
            assertEquals("2.00", between(midnight(0), midnight(1)));
            assertEquals("3.00", between(midnight(0).minus(1, ChronoUnit.MICROS), midnight(1)));
            rollup.rollUp(customer.id());
        }
    }

    private String between(Instant from, Instant to) {
        return report.rows(new UsageQuery(customer.id(), from, to, Set.of(), 1))
                .get(0)
                .amount()
                .toString();
    }

    @Test
    void late_usage_counts_in_the_month_when_it_was_recorded_and_on_the_day_when_it_was_used() {
        Instant now = Instant.parse("2031-05-03T10:00:00Z");
        Instant april = Instant.parse("2031-04-28T10:00:00Z");
        tally.records(List.of(new Tally.Used(1, "1", 1_000, april, april, Labels.NONE)));
        tally.records(List.of(new Tally.Used(1, "1", 20, april, now, Labels.NONE)));
        tally.records(List.of(new Tally.Used(1, "1", 3, now, now, Labels.NONE)));
        for (int round = 0; round < 2; round++) {
            assertEquals(new MonthSpend(Money.ofNanos(1_000), Money.ZERO), spent("2031-04"));
            assertEquals(new MonthSpend(Money.ofNanos(23), Money.ofNanos(20)), spent("2031-05"));
            assertEquals(new MonthSpend(Money.ZERO, Money.ZERO), spent("2031-06"));
            assertEquals(
                    Money.ofNanos(1_020).toString(),
                    between(Instant.parse("2031-04-01T00:00:00Z"), Instant.parse("2031-05-01T00:00:00Z")));
            rollup.rollUp(customer.id());
        }
    }

    private MonthSpend spent(String month) {
        return report.spent(customer.id(), YearMonth.parse(month));
    }

    @Test
    void events_are_listed_once_each_however_the_rollup_moves_on_meanwhile() {
        Random random = new Random(7);
        for (int i = 0; i < 10; i++) {
            tally.records(events(random, 7));
        }
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<RecordedUsage> page = report.events(query(null, Map.of(), after, 9));
            page.items().forEach(event -> seen.add(event.id()));
            after = page.next();
            if (seen.size() == 27) {
                rollup.rollUp(customer.id());
            }
        } while (after != null);
        assertEquals(70, seen.size());
        assertEquals(70, Set.copyOf(seen).size());
    }

    @Test
    void events_are_found_by_sku_and_labels_and_by_having_none() {
        Labels labels = Tally.labels("key_1", "alpha", null);
        tally.records(List.of(used(1, "1.00", midnight(-3), labels), used(2, "2.00", midnight(-2), Labels.NONE)));
        rollup.rollUp(customer.id());
        tally.records(List.of(used(1, "4.00", midnight(-1), Tally.labels(null, "", null))));
        assertEquals(List.of("4.00", "1.00"), found("hold:API_REQUEST", Map.of()));
        assertEquals(List.of("1.00"), found(null, Map.of(UsageDimension.PROJECT, Optional.of("alpha"))));
        assertEquals(List.of("4.00"), found(null, Map.of(UsageDimension.PROJECT, Optional.of(""))));
        assertEquals(List.of("2.00"), found(null, Map.of(UsageDimension.PROJECT, Optional.empty())));
        assertEquals(
                List.of("4.00"),
                found(
                        "hold:API_REQUEST",
                        Map.of(UsageDimension.API_KEY, Optional.empty(), UsageDimension.PROJECT, Optional.of(""))));
        assertEquals(List.of(), found("nothing", Map.of()));
    }

    private List<String> found(@Nullable String sku, Map<UsageDimension, Optional<String>> labels) {
        return report.events(query(sku, labels, null, MANY)).items().stream()
                .map(event -> event.amount().toString())
                .toList();
    }

    private UsageEventQuery query(
            @Nullable String sku, Map<UsageDimension, Optional<String>> labels, @Nullable String after, int limit) {
        return new UsageEventQuery(customer.id(), null, null, sku, labels, after, limit);
    }

    @Test
    void nodes_that_roll_up_at_once_do_no_harm() {
        Random random = new Random(8);
        rollup.rollUp(customer.id());
        for (int i = 0; i < 5; i++) {
            tally.records(events(random, 20));
            Together.all(4, () -> rollup.rollUp(customer.id()));
            assertEquals(Set.of(), customer.findings());
        }
    }

    @Test
    void sums_are_exact_while_others_record_and_roll_up() {
        AtomicLong begun = new AtomicLong();
        AtomicLong done = new AtomicLong();
        List<Runnable> works = List.of(
                () -> records(begun, done), () -> rollup.rollUp(customer.id()), () -> assertSumIsBetween(done, begun));
        Together.each(works.size(), thread -> () -> {
            IntStream.range(0, 60).forEach(i -> works.get(thread).run());
            return thread;
        });
        assertEquals(Set.of(), customer.findings());
    }

    private void records(AtomicLong begun, AtomicLong done) {
        begun.incrementAndGet();
        tally.records(List.of(new Tally.Used(1, "1", 1, house.now(), house.now(), Labels.NONE)));
        done.incrementAndGet();
    }

    private void assertSumIsBetween(AtomicLong done, AtomicLong begun) {
        long least = done.get();
        long sum = report.rows(new UsageQuery(customer.id(), null, null, Set.of(), 1))
                .get(0)
                .amount()
                .nanos();
        long most = begun.get();
        assertTrue(least <= sum && sum <= most, sum + " is not between " + least + " and " + most);
    }

    @Test
    void usage_is_rolled_up_by_itself_after_a_while() {
        tally.uses("1.00", house.now());
        house.get(UsageRollup.class).behind(customer.id(), 1);
        assertEquals(0, rolled());
        house.wait(Duration.ofMinutes(1));
        assertEquals(1, rolled());
        assertEquals("1.00", between(midnight(-1), midnight(2)));
    }

    @Test
    void usage_that_a_dead_node_forgot_is_found_by_the_next() {
        tally.uses("1.00", house.now());
        try (House next = house.anotherNode()) {
            for (int i = 0; i < 50 && rolled() == 0; i++) {
                next.runsDueWork();
            }
        }
        assertEquals(1, rolled());
    }

    private long rolled() {
        return house.get(Database.class)
                .one("SELECT batch FROM usage_rolled WHERE account = ?", row -> row.getLong("batch"), customer.id())
                .orElse(0L);
    }

    @Test
    void tampering_with_days_or_events_is_named() {
        tally.uses("1.00", house.now());
        rollup.rollUp(customer.id());
        house.tamper("UPDATE usage_day SET amount = amount + 1 WHERE account = ? AND facet = 'MODEL'", customer.id());
        assertEquals(Set.of("USAGE_DAY_WRONG"), customer.findings());
        house.tamper("UPDATE usage_day SET amount = amount - 1 WHERE account = ? AND facet = 'MODEL'", customer.id());
        assertEquals(Set.of(), customer.findings());
        house.tamper("UPDATE usage_event SET amount = amount - 1 WHERE account = ?", customer.id());
        assertEquals(Set.of("USAGE_NOT_DEBITED", "USAGE_DAY_WRONG"), customer.findings());
        house.tamper("UPDATE usage_event SET amount = amount + 1 WHERE account = ?", customer.id());
        house.tamper("UPDATE ledger_entry SET cause_id = 'forged' WHERE account = ?", customer.id());
        assertTrue(customer.findings().contains("USAGE_NOT_DEBITED"));
        house.tamper("UPDATE ledger_entry SET cause_id = 'bat_1' WHERE account = ?", customer.id());
        house.tamper("UPDATE usage_rolled SET batch = 9 WHERE account = ?", customer.id());
        assertEquals(Set.of("USAGE_ROLLED_AHEAD"), customer.findings());
    }

    @Test
    void a_runway_needs_a_week_of_history_then_goes_by_the_last_seven_days_and_today() {
        assertInstanceOf(Runway.NotEnoughHistory.class, runway("10.00"));
        tally.uses("1.00", midnight(-6));
        assertInstanceOf(Runway.NotEnoughHistory.class, runway("10.00"));
        tally.uses("100.00", midnight(-30));
        Runway.Lasting lasting = assertInstanceOf(Runway.Lasting.class, runway("10.00"));
        assertTrue(lasting.days() >= 70 && lasting.days() < 80, "10 dollars at 1 dollar in 7 to 8 days: " + lasting);
        assertInstanceOf(Runway.Exhausted.class, runway("0.00"));
        house.wait(Duration.ofDays(9));
        assertInstanceOf(Runway.Idle.class, runway("10.00"));
    }

    private Runway runway(String available) {
        return report.runway(customer.id(), Money.of(available));
    }

    private Tally.Used used(int sku, String amount, Instant at, Labels labels) {
        return new Tally.Used(sku, "1", Money.of(amount).nanos(), at, house.now(), labels);
    }

    private Instant midnight(int days) {
        return house.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(days));
    }
}
