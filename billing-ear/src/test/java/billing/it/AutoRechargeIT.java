package billing.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Auto-recharge by the API: what it charges, what it refuses, and who may set it. */
@OnServer
class AutoRechargeIT {

    private static final String BELOW_30_UP_TO_50 = """
            {"enabled":true,"threshold":"30.00","target":"50.00"}""";
    private static final String IN_TENS = """
            {"enabled":true,"mode":"INCREMENT","threshold":"50.00","amount":"10.00"}""";

    private final Billing billing = Billing.asPlatform();

    @Test
    void a_balance_below_the_threshold_is_brought_up_in_one_charge() {
        Customer ada = customerWithCredits("Ada");
        JsonObject preview = ada.previewsAutoRecharge(BELOW_30_UP_TO_50).json();
        assertEquals("25.00", preview.getString("total"));
        assertEquals(List.of("25.00"), ada.succeededCharges());

        assertTrue(ada.setsAutoRecharge(BELOW_30_UP_TO_50).json().getBoolean("enabled"));
        JsonObject done = ada.waitsForAutoRecharge("ACTIVE");

        assertEquals(1, done.getInt("monthCount"));
        assertEquals("50.00", ada.balance().getString("available"));
        assertEquals(List.of("25.00", "25.00"), ada.succeededCharges());
        JsonObject agreement = ada.agreements().get(0);
        assertEquals(preview.getString("agreement"), agreement.getString("text"));
        assertEquals(1, ada.recharge().getInt("agreement"));
    }

    @Test
    void increments_follow_each_other_until_the_threshold_is_met() {
        Customer bob = customerWithCredits("Bob");
        bob.setsAutoRecharge(IN_TENS).json();
        bob.waitsForAutoRecharge("ACTIVE");
        assertEquals("55.00", bob.balance().getString("available"));
        assertEquals(
                List.of("10.00", "10.00", "10.00", "25.00"),
                bob.succeededCharges().stream().sorted().toList());
    }

    @Test
    void settings_that_make_no_sense_are_told_at_their_fields_and_change_nothing() {
        Customer cleo = customerWithCredits("Cleo");
        Answer answer = cleo.setsAutoRecharge("""
                {"enabled":true,"threshold":"5.00","target":"9.99","monthlyAmountCap":"1.00"}""");
        assertEquals(Set.of("target", "monthlyAmountCap"), answer.fields());
        assertTrue(answer.body().contains("10.00 or more"), answer.body());
        assertFalse(cleo.autoRecharge().getBoolean("enabled"));
        assertEquals(List.of(), cleo.agreements());
    }

    @Test
    void only_a_default_card_is_recharged_from() {
        Customer dan = billing.newAccount("Dan");
        assertEquals("CARD_REQUIRED", dan.setsAutoRecharge(BELOW_30_UP_TO_50).code());

        Customer eve = customerWithCredits("Eve");
        eve.setsAutoRecharge("""
                {"enabled":true,"threshold":"5.00","target":"50.00"}""").json();
        eve.addsCard("pm_usBankAccount_success");
        assertEquals("BANK_ACCOUNT_DEFAULT", eve.autoRecharge().getString("disabledReason"));
        assertEquals("CARD_REQUIRED", eve.setsAutoRecharge(BELOW_30_UP_TO_50).code());
    }

    @Test
    void a_card_that_is_lost_turns_it_off_and_buying_does_not_turn_it_on() {
        Customer fay = customerWithCredits("Fay");
        fay.addsCard("pm_card_chargeDeclined_lost_card");
        fay.setsAutoRecharge(BELOW_30_UP_TO_50).json();
        assertEquals("DECLINED", fay.waitsForAutoRecharge("OFF").getString("disabledReason"));

        fay.addsCard("pm_card_visa");
        fay.addsCredits("5.00").purchase();
        assertFalse(fay.autoRecharge().getBoolean("enabled"));
        assertEquals(2, fay.agreements().size());
    }

    @Test
    void a_declined_recharge_waits_and_is_tried_at_once_when_asked() {
        Customer gil = customerWithCredits("Gil");
        assertEquals("NOTHING_TO_RETRY", gil.retriesNow().code());
        gil.addsCard("pm_card_chargeDeclined_insufficient_funds");
        gil.setsAutoRecharge(BELOW_30_UP_TO_50).json();
        assertEquals(1, gil.waitsForAutoRecharge("RETRYING").getInt("failures"));

        assertEquals("CHARGING", gil.retriesNow().json().getString("status"));
        assertEquals(2, gil.waitsForAutoRecharge("RETRYING").getInt("failures"));
        assertEquals(List.of("25.00"), gil.succeededCharges());
    }

    @Test
    void balance_alerts_are_replaced_as_a_whole_and_wrong_ones_change_nothing() {
        Customer hal = billing.newAccount("Hal");
        assertEquals(List.of("40.00", "2.50"), thresholds(hal.setsBalanceAlerts("\"2.50\",\"40.00\"")));
        assertEquals(Set.of("thresholds"), hal.setsBalanceAlerts("\"-1.00\"").fields());
        assertEquals(
                Set.of("thresholds"), hal.setsBalanceAlerts("\"1.00\",\"1\"").fields());
        assertEquals(List.of(), thresholds(hal.setsBalanceAlerts("")));
    }

    @Test
    void for_another_account_s_key_there_is_none_of_it() {
        Customer ivy = customerWithCredits("Ivy");
        Billing others = billing.as(billing.newAccount("Joe").key());
        for (String path : List.of("auto-recharge", "auto-recharge/agreements", "balance-alerts")) {
            assertEquals(404, others.get("accounts/" + ivy.id() + "/" + path).status(), path);
        }
        assertEquals(
                404,
                others.put("accounts/" + ivy.id() + "/auto-recharge", BELOW_30_UP_TO_50)
                        .status());
        assertEquals(
                404,
                others.post("accounts/" + ivy.id() + "/auto-recharge/retry", "{}")
                        .status());
        assertFalse(ivy.autoRecharge().getBoolean("enabled"));
    }

    private Customer customerWithCredits(String name) {
        Customer customer = billing.newAccount(name);
        assertEquals(201, customer.addsCard("pm_card_visa").status());
        assertEquals("SUCCEEDED", customer.addsCredits("25.00").purchase().getString("status"));
        return customer;
    }

    private static List<String> thresholds(Answer answer) {
        return answer.json().getJsonArray("thresholds").getValuesAs(JsonString::getString);
    }
}
