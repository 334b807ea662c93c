package billing.domain.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MonthForecastTest {
    private static final Instant NOW = Instant.parse("2026-11-11T00:00:00Z");
    private static final Money LEAST = Money.of("0.50");

    private static MonthForecast forecast(String used, String settled, String pace) {
        return MonthForecast.of(
                Money.of(used), Money.of(settled), Money.of(pace), Duration.ofDays(7), Duration.ofDays(20));
    }

    @Test
    void the_pace_of_late_goes_on_until_the_month_ends() {
        MonthForecast forecast = forecast("30.00", "-5.00", "21.00");
        assertEquals("3.00", forecast.perDay().toString());
        assertEquals("60.00", forecast.toCome().toString());
        assertEquals("90.00", forecast.usage().toString());
        assertEquals("-65.00", forecast.closing().toString());
        assertEquals("65.00", forecast.due(LEAST).toString());
    }

    @Test
    void less_than_a_whole_day_is_too_early_for_an_estimate() {
        Money much = Money.of("35.00");
        Duration left = Duration.ofDays(29);
        assertTrue(MonthForecast.of(much, much.negated(), much, Duration.ofHours(1), left)
                .early());
        assertTrue(
                MonthForecast.of(much, much.negated(), much, Duration.ofDays(1).minusSeconds(1), left)
                        .early());
        assertFalse(MonthForecast.of(much, much.negated(), much, Duration.ofDays(1), left)
                .early());
    }

    @Test
    void nothing_is_due_above_zero_or_below_what_can_be_charged() {
        assertEquals("0.00", forecast("1.00", "100.00", "7.00").due(LEAST).toString());
        assertEquals("0.00", forecast("1.00", "-0.494", "0.00").due(LEAST).toString());
        assertEquals("0.50", forecast("1.00", "-0.504", "0.00").due(LEAST).toString());
    }

    @Test
    void credits_are_used_up_when_the_pace_has_eaten_them() {
        MonthForecast forecast = forecast("30.00", "6.00", "21.00");
        assertEquals(Instant.parse("2026-11-13T00:00:00Z"), forecast.usedUp(Money.of("6.00"), NOW));
        assertEquals(NOW, forecast.usedUp(Money.of("-1.00"), NOW));
        assertEquals(Instant.MAX, forecast("30.00", "6.00", "0.00").usedUp(Money.of("6.00"), NOW));
    }
}
