package billing.ejb.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.payment.PaymentGateway;
import billing.domain.payment.PaymentOutcome;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.recharge.OffReason;
import billing.domain.recharge.Outlook;
import billing.domain.recharge.RechargeSettings;
import billing.domain.recharge.RechargeStatus;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.sandbox.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Auto-recharge when the bank says no, or the gateway says nothing. */
@InEachHouse
class DeclinesTest {
    private static final RechargeSettings SETTINGS = Recharger.target("10.00", "30.00");
    private static final Duration HOUR = Duration.ofHours(1);

    private final House house;

    DeclinesTest(House house) {
        this.house = house;
    }

    /** Somebody who has $15, auto-recharge, and a card that behaves like this from now on. */
    private Recharger owner(String token) {
        Recharger owner = Recharger.with(house, "pm_card_visa");
        owner.customer().buys("15.00");
        owner.customer().adds(token);
        return owner.agreesTo(SETTINGS);
    }

    @Test
    void a_lost_card_is_tried_once_and_never_again() {
        Recharger owner = owner("pm_card_chargeDeclined_lost_card").spends("6.00");
        assertEquals(OffReason.DECLINED, owner.state().offReason());
        owner.spends("4.50");
        house.wait(Duration.ofDays(40));
        assertEquals(List.of("21.00 FAILED"), owner.story());
        assertEquals(List.of("RECHARGE_OFF", "LOW_BALANCE"), owner.mails());
    }

    @Test
    void a_declined_card_is_tried_after_1_24_and_72_hours_and_then_no_more() {
        Recharger owner = owner("pm_card_chargeCustomerFail");
        Instant first = house.now();
        owner.spends("6.00");
        assertEquals(RechargeStatus.RETRYING, owner.state().status());
        for (int day = 0; day < 9; day++) {
            house.wait(Duration.ofHours(12));
            owner.spends("0.01");
            house.wait(Duration.ofHours(12));
        }
        assertEquals(List.of(0L, 1L, 25L, 97L), hoursAfter(first, owner));
        assertEquals(OffReason.DECLINED_REPEATEDLY, owner.state().offReason());
        assertEquals(List.of("RECHARGE_DECLINED", "RECHARGE_OFF"), owner.mails());
        owner.customer().booksMatchTheGateway();
    }

    private static List<Long> hoursAfter(Instant first, Recharger owner) {
        List<Long> hours = new ArrayList<>();
        owner.recharges()
                .forEach(
                        p -> hours.add(0, Duration.between(first, p.createdAt()).toHours()));
        return hours;
    }

    @Test
    void retry_now_is_an_attempt_like_any_other() {
        Recharger owner = owner("pm_card_chargeCustomerFail").spends("6.00");
        for (int attempt = 2; attempt <= 4; attempt++) {
            owner.service().retryNow(owner.id());
            owner.isCharged();
            assertEquals(attempt, owner.recharges().size());
        }
        assertEquals(OffReason.DECLINED_REPEATEDLY, owner.state().offReason());
        assertEquals(
                new RechargeResult.Refused(RechargeRefusal.NOTHING_TO_RETRY),
                owner.service().retryNow(owner.id()));
    }

    @Test
    void another_card_is_tried_at_once_while_it_is_on() {
        Recharger owner = owner("pm_card_chargeCustomerFail").spends("6.00");
        owner.customer().adds("pm_card_mastercard");
        owner.isCharged();
        assertEquals(List.of("21.00 FAILED", "21.00 SUCCEEDED"), owner.story());
        assertEquals(0, owner.state().failures());
    }

    @Test
    void another_card_does_not_turn_it_on_but_its_owner_does() {
        Recharger owner = owner("pm_card_chargeDeclined_stolen_card").spends("6.00");
        owner.customer().adds("pm_card_mastercard");
        owner.isCharged().spends("1.00");
        assertEquals(1, owner.recharges().size());
        owner.agreesTo(SETTINGS).isCharged();
        assertEquals(List.of("21.00 FAILED", "22.00 SUCCEEDED"), owner.story());
    }

    @Test
    void what_was_bought_by_hand_meanwhile_is_not_bought_again() {
        Recharger owner = owner("pm_card_chargeCustomerFail").spends("6.00");
        house.wait(Duration.ofMinutes(30));
        owner.customer().isGiven("50.00");
        house.wait(Duration.ofDays(10));
        assertEquals(1, owner.recharges().size());
        assertEquals(RechargeStatus.ACTIVE, owner.state().status());
    }

    @Test
    void an_outage_of_the_gateway_is_no_decline_and_the_charge_is_made_once() {
        Recharger owner = owner("pm_card_visa");
        owner.customer().meets(FaultKind.SERVER_ERROR).meets(FaultKind.TIMEOUT_AFTER_CHARGE);
        owner.spends("6.00");
        house.wait(Duration.ofDays(3));
        assertEquals(0, owner.state().failures());
        assertEquals(
                1, owner.recharges().stream().filter(p -> p.status().isPaid()).count());
        assertEquals("30.00", owner.customer().available());
        owner.customer().booksMatchTheGateway();
    }

    @Test
    void a_bank_that_wants_the_owner_gets_the_owner_by_a_link_that_works_once() {
        Recharger owner = owner("pm_card_authenticationRequired").spends("6.00");
        assertEquals(RechargeStatus.AUTHORIZATION_NEEDED, owner.state().status());
        owner.spends("1.00");
        assertEquals(1, owner.recharges().size(), "no new charge while it is open");
        String token = token(owner);
        AuthorizationService links = house.get(AuthorizationService.class);
        assertTrue(links.find(token).filter(link -> !link.used()).isPresent());
        assertTrue(links.begin(token).isPresent());
        assertTrue(links.begin(token).isEmpty(), "once");
        owner.customer().decidesAtTheBank(owner.recharges().get(0), true);
        assertEquals(List.of("21.00 SUCCEEDED"), owner.story());
        assertEquals(List.of("AUTHORIZATION_NEEDED", "RECHARGE_MADE"), owner.mails());
        owner.customer().booksMatchTheGateway();
    }

    private static String token(Recharger owner) {
        String link = owner.mail("AUTHORIZATION_NEEDED").links().get(0);
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    void a_link_that_nobody_follows_is_one_decline_after_a_day() {
        Recharger owner = owner("pm_card_authenticationRequired").spends("6.00");
        String token = token(owner);
        house.wait(Duration.ofHours(24).plusMinutes(1));
        assertEquals(List.of("21.00 EXPIRED"), owner.story());
        assertEquals(1, owner.state().failures());
        assertTrue(house.get(AuthorizationService.class).begin(token).isEmpty());
        house.wait(HOUR);
        assertEquals(2, owner.recharges().size());
        String payment = owner.recharges().get(1).paymentRef().orElseThrow();
        assertEquals(
                new PaymentOutcome.Cancelled(payment),
                house.get(PaymentGateway.class).look(payment));
    }

    @Test
    void an_owner_who_says_no_at_the_bank_is_one_decline() {
        Recharger owner = owner("pm_card_authenticationRequired").spends("6.00");
        house.get(AuthorizationService.class).begin(token(owner));
        CreditPurchase waiting = owner.recharges().get(0);
        owner.customer().decidesAtTheBank(waiting, false);
        assertEquals(List.of("21.00 FAILED"), owner.story());
        assertEquals(RechargeStatus.RETRYING, owner.state().status());
    }

    @Test
    void nobody_else_can_ask_the_bank_for_it() {
        Recharger owner = owner("pm_card_authenticationRequired").spends("6.00");
        AuthorizationService links = house.get(AuthorizationService.class);
        String purchase = owner.recharges().get(0).id();
        assertTrue(links.begin(house.customer().id(), purchase).isEmpty());
        assertTrue(links.begin("x".repeat(43)).isEmpty());
        assertTrue(links.begin(owner.id(), purchase).isPresent());
    }

    @Test
    void an_answer_that_is_lost_after_its_notice_does_not_make_us_ask_all_day() {
        Recharger owner = owner("pm_card_authenticationRequired");
        owner.customer().meets(FaultKind.WEBHOOK_OUT_OF_ORDER).meets(FaultKind.TIMEOUT_AFTER_CHARGE);
        owner.spends("6.00");
        house.wait(HOUR);
        CreditPurchase waiting = owner.recharges().get(0);
        assertEquals(PurchaseStatus.ACTION_REQUIRED, waiting.status());
        assertEquals(
                waiting.createdAt().plus(Duration.ofHours(24)),
                waiting.nextCheckAt().orElseThrow());
    }

    @Test
    void other_settings_neither_try_a_declined_card_sooner_nor_forget_its_declines() {
        Recharger owner = owner("pm_card_chargeCustomerFail").spends("6.00");
        for (String target : List.of("40.00", "50.00", "60.00")) {
            RechargeSettings other = Recharger.target("10.00", target);
            assertEquals(
                    Outlook.WAITING, owner.service().preview(owner.id(), other).now());
            owner.agreesTo(other).isCharged();
        }
        assertEquals(1, owner.recharges().size());
        assertEquals(1, owner.state().failures());
        house.wait(Duration.ofDays(9));
        assertEquals(List.of("21.00 FAILED", "51.00 FAILED", "51.00 FAILED", "51.00 FAILED"), owner.story());
        assertEquals(OffReason.DECLINED_REPEATEDLY, owner.state().offReason());
    }

    @Test
    void what_waits_for_the_bank_is_no_reason_to_promise_another_charge() {
        Recharger owner = owner("pm_card_authenticationRequired").spends("6.00");
        assertEquals(
                Outlook.WAITING,
                owner.service()
                        .preview(owner.id(), Recharger.target("20.00", "60.00"))
                        .now());
    }

    @Test
    void however_often_it_is_turned_on_again_cards_are_not_tried_more_than_eight_times_a_day() {
        Recharger owner = owner("pm_card_chargeCustomerFail").spends("6.00");
        Instant first = house.now();
        for (int i = 0; i < 12; i++) {
            owner.service().turnOff(owner.id(), "mem_owner", null);
            owner.agreesTo(SETTINGS).isCharged();
        }
        assertEquals(8, owner.recharges().size());
        assertEquals(RechargeStatus.RETRYING, owner.state().status());
        owner.service().turnOff(owner.id(), "mem_owner", null);
        Instant again = owner.recharges().stream()
                .map(CreditPurchase::createdAt)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .plus(Duration.ofHours(24));
        assertEquals(
                Outlook.restingUntil(again),
                owner.service().preview(owner.id(), SETTINGS).now(),
                "nobody is promised a charge that is not made");
        owner.agreesTo(SETTINGS);
        house.wait(Duration.ofHours(23));
        assertEquals(8, owner.recharges().size());
        house.wait(Duration.ofHours(2));
        assertTrue(owner.recharges().size() > 8, "a day after the first: " + first);
    }

    @Test
    void what_a_replaced_card_left_open_does_not_count_against_the_new_one() {
        Recharger owner = owner("pm_card_authenticationRequired").spends("6.00");
        owner.customer().adds("pm_card_mastercard");
        assertEquals(RechargeStatus.AUTHORIZATION_NEEDED, owner.state().status());
        house.wait(Duration.ofHours(24).plusMinutes(1));
        owner.isCharged();
        assertEquals(List.of("21.00 EXPIRED", "21.00 SUCCEEDED"), owner.story());
        assertEquals(0, owner.state().failures());
    }
}
