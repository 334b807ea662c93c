package billing.domain.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {
    private static final Money LARGEST = Money.of("10000.00");

    private static List<String> problems(RechargeSettings settings, String available) {
        return SettingsCheck.of(settings, LARGEST, Money.of(available)).stream()
                .map(problem -> problem.field() + " " + problem.rule() + " " + problem.values())
                .toList();
    }

    private static RechargeSettings target(String threshold, @Nullable String target) {
        return with(RechargeMode.TARGET, threshold, target, null, "10000.00", 10);
    }

    private static RechargeSettings increment(String threshold, @Nullable String amount) {
        return with(RechargeMode.INCREMENT, threshold, null, amount, "10000.00", 10);
    }

    private static RechargeSettings with(
            RechargeMode mode,
            String threshold,
            @Nullable String target,
            @Nullable String amount,
            String amountCap,
            int countCap) {
        return new RechargeSettings(
                mode,
                Money.of(threshold),
                target == null ? null : Money.of(target),
                amount == null ? null : Money.of(amount),
                Money.of(amountCap),
                countCap);
    }

    @Test
    void sound_settings_have_no_problems() {
        assertEquals(List.of(), problems(target("0.00", "5.00"), "0.00"));
        assertEquals(List.of(), problems(target("20.00", "10000.00"), "0.00"));
        assertEquals(List.of(), problems(increment("50.00", "5.00"), "0.00"));
        assertEquals(List.of(), problems(RechargeSettings.PROPOSED, "0.00"));
    }

    @Test
    void a_target_is_five_dollars_above_the_threshold_at_least() {
        assertEquals(List.of("target TARGET_TOO_CLOSE [25.00]"), problems(target("20.00", "24.99"), "0.00"));
        assertEquals(List.of("target REQUIRED []"), problems(target("20.00", null), "0.00"));
        assertEquals(List.of("target WHOLE_CENTS []"), problems(target("20.00", "30.005"), "0.00"));
    }

    @Test
    void a_charge_up_to_the_target_fits_into_one_purchase() {
        assertEquals(List.of("target TARGET_TOO_HIGH [10000.00]"), problems(target("20.00", "10000.01"), "50.00"));
        assertEquals(List.of("target TARGET_TOO_HIGH [9899.99]"), problems(target("20.00", "9900.00"), "-100.001"));
    }

    @Test
    void a_threshold_is_neither_negative_nor_larger_than_a_purchase() {
        assertEquals(List.of("threshold TOO_SMALL [0.00]"), problems(target("-0.01", "25.00"), "0.00"));
        assertEquals(List.of("threshold TOO_LARGE [10000.00]"), problems(increment("10000.01", "25.00"), "0.00"));
    }

    @Test
    void a_threshold_leaves_room_for_a_target() {
        assertEquals(List.of(), problems(target("9995.00", "10000.00"), "0.00"));
        assertEquals(
                List.of("threshold NO_ROOM_FOR_TARGET [9995.00]"), problems(target("9998.00", "10000.00"), "0.00"));
        assertEquals(
                List.of("threshold NO_ROOM_FOR_TARGET [9994.00]"), problems(target("9994.01", "9999.00"), "-0.999"));
        assertEquals(List.of(), problems(increment("9998.00", "1000.00"), "0.00"));
    }

    @Test
    void an_increment_is_a_purchase_and_saving_buys_ten_at_most() {
        assertEquals(List.of("amount TOO_SMALL [5.00]"), problems(increment("20.00", "4.99"), "0.00"));
        assertEquals(List.of("amount TOO_LARGE [10000.00]"), problems(increment("20.00", "10000.01"), "0.00"));
        assertEquals(List.of("amount REQUIRED []"), problems(increment("20.00", null), "0.00"));
        assertEquals(List.of(), problems(increment("250.00", "25.00"), "0.00"));
        assertEquals(
                List.of("amount TOO_MANY_AT_ONCE [11, 10, 25.01]"), problems(increment("250.01", "25.00"), "0.00"));
        assertEquals(List.of(), problems(increment("250.01", "25.00"), "0.01"));
    }

    @Test
    void a_cap_has_room_for_one_recharge() {
        assertEquals(
                List.of("monthlyAmountCap CAP_TOO_SMALL [40.00]"),
                problems(with(RechargeMode.TARGET, "10.00", "50.00", null, "39.99", 10), "0.00"));
        assertEquals(
                List.of("monthlyAmountCap CAP_TOO_SMALL [25.00]"),
                problems(with(RechargeMode.INCREMENT, "10.00", null, "25.00", "24.99", 10), "0.00"));
        assertEquals(
                List.of("monthlyCountCap TOO_SMALL [1]"),
                problems(with(RechargeMode.TARGET, "10.00", "50.00", null, "40.00", 0), "0.00"));
        assertEquals(
                List.of("monthlyCountCap TOO_LARGE [1000]"),
                problems(with(RechargeMode.TARGET, "10.00", "50.00", null, "40.00", 1001), "0.00"));
    }

    @Test
    void each_field_is_told_what_is_wrong_with_it() {
        assertEquals(
                List.of(
                        "threshold WHOLE_CENTS []",
                        "target REQUIRED []",
                        "monthlyAmountCap TOO_SMALL [5.00]",
                        "monthlyCountCap TOO_SMALL [1]"),
                problems(with(RechargeMode.TARGET, "0.001", null, null, "0.00", -1), "0.00"));
    }
}
