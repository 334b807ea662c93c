package billing.domain.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Money LARGEST = Money.of("10000.00");
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");

    private static RechargeSettings target(String threshold, String target, int count) {
        return new RechargeSettings(
                RechargeMode.TARGET, Money.of(threshold), Money.of(target), null, Money.of("10000.00"), count);
    }

    /** So much in each hour, so often. */
    private static List<Replay.Spent> hourly(String amount, int hours) {
        return IntStream.range(0, hours)
                .mapToObj(hour -> new Replay.Spent(JANUARY.plus(Duration.ofHours(hour)), Money.of(amount)))
                .toList();
    }

    private static Replay replay(RechargeSettings settings, String opening, List<Replay.Spent> spending) {
        return Replay.of(settings, LARGEST, Money.of(opening), spending);
    }

    @Test
    void who_spends_nothing_is_not_recharged() {
        assertEquals(new Replay(0, Money.ZERO, false, true), replay(target("10.00", "30.00", 10), "0.00", List.of()));
    }

    @Test
    void each_crossing_of_the_threshold_is_a_recharge() {
        assertEquals(
                new Replay(4, Money.of("80.00"), false),
                replay(target("10.00", "30.00", 10), "50.00", hourly("1.25", 90)),
                "112.50 is spent; 40 are there to spend, each recharge brings 20");
    }

    @Test
    void an_hour_may_cross_it_several_times() {
        assertEquals(
                new Replay(5, Money.of("100.00"), false),
                replay(target("10.00", "30.00", 10), "30.00", hourly("110.00", 1)));
    }

    @Test
    void a_low_balance_is_recharged_before_it_is_spent() {
        assertEquals(
                new Replay(1, Money.of("27.50"), false),
                replay(target("10.00", "30.00", 10), "2.50", hourly("1.00", 1)));
    }

    @Test
    void caps_keep_it_from_recharging_until_the_next_month() {
        assertEquals(
                new Replay(2, Money.of("40.00"), true),
                replay(target("10.00", "30.00", 2), "30.00", hourly("100.00", 1)));
        List<Replay.Spent> twoMonths = List.of(
                new Replay.Spent(JANUARY, Money.of("100.00")),
                new Replay.Spent(Instant.parse("2026-02-01T00:00:00Z"), Money.of("1.00")));
        assertEquals(new Replay(3, Money.of("100.00"), true), replay(target("10.00", "30.00", 2), "30.00", twoMonths));
    }

    @Test
    void what_saving_buys_now_is_known_before() {
        RechargeSettings increments = new RechargeSettings(
                RechargeMode.INCREMENT, Money.of("60.00"), null, Money.of("25.00"), Money.of("60.00"), 10);
        assertEquals(Outlook.NOTHING, Outlook.of(increments, LARGEST, Money.of("60.00"), MonthSoFar.NOTHING));
        assertEquals(
                new Outlook(2, Money.of("50.00"), false, false),
                Outlook.of(increments, LARGEST, Money.of("20.00"), MonthSoFar.NOTHING));
        assertEquals(
                new Outlook(1, Money.of("25.00"), true, false),
                Outlook.of(increments, LARGEST, Money.of("20.00"), new MonthSoFar(1, Money.of("25.00"))));
    }
}
