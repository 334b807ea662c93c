package billing.ejb.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.domain.recharge.OffReason;
import billing.domain.recharge.Outlook;
import billing.domain.recharge.RechargeStatus;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.payment.AddMethod;
import billing.ejb.payment.AddMethodResult;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.sandbox.DisputeAction;
import billing.ejb.sandbox.FaultKind;
import billing.ejb.sandbox.SandboxGatewayService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Auto-recharge when the bank says yes. */
@InEachHouse
class RechargeTest {
    private final House house;
    private final Recharger owner;

    RechargeTest(House house) {
        this.house = house;
        this.owner = Recharger.with(house, "pm_card_visa");
    }

    @Test
    void a_balance_below_the_threshold_is_brought_up_to_the_target_by_one_purchase() {
        owner.customer().buys("50.00");
        owner.agreesTo(Recharger.target("20.00", "60.00")).spends("29.99");
        assertEquals(List.of(), owner.story(), "20.01 is not below");
        owner.spends("0.01");
        assertEquals(List.of(), owner.story(), "20.00 is not below");
        owner.spends("0.000000001");
        assertEquals(List.of("40.01 SUCCEEDED"), owner.story(), "a nano is a cent, rounded up");
        assertEquals("60.009999999", owner.customer().available());
        owner.customer().booksMatchTheGateway();
    }

    @Test
    void increments_follow_one_another_until_the_threshold_is_met() {
        owner.customer().buys("5.00");
        owner.agreesTo(Recharger.increment("60.00", "25.00"));
        assertEquals(1, owner.recharges().size(), "one at a time");
        owner.isCharged().isCharged().isCharged().isCharged();
        assertEquals(List.of("25.00 SUCCEEDED", "25.00 SUCCEEDED", "25.00 SUCCEEDED"), owner.story());
        assertEquals("80.00", owner.customer().available());
        owner.customer().booksMatchTheGateway();
    }

    @Test
    void saving_a_threshold_above_the_balance_recharges_at_once() {
        owner.agreesTo(Recharger.target("10.00", "25.00"));
        assertEquals(RechargeStatus.CHARGING, owner.state().status());
        owner.isCharged();
        assertEquals(List.of("25.00 SUCCEEDED"), owner.story());
        assertEquals(RechargeStatus.ACTIVE, owner.state().status());
    }

    @Test
    void a_preview_says_what_saving_buys_and_counts_what_is_bought_with_it() {
        owner.customer().buys("5.00");
        RechargePreview alone = owner.service().preview(owner.id(), Recharger.increment("30.00", "10.00"));
        assertEquals(new Outlook(3, Money.of("30.00"), false, false), alone.now());
        RechargePreview withCredits =
                owner.service().preview(owner.id(), Recharger.increment("30.00", "10.00"), Money.of("20.00"));
        assertEquals(new Outlook(1, Money.of("10.00"), false, false), withCredits.now());
        assertEquals(List.of(), owner.recharges());
        owner.agreesTo(Recharger.increment("30.00", "10.00"))
                .isCharged()
                .isCharged()
                .isCharged();
        assertEquals(List.of("10.00 SUCCEEDED", "10.00 SUCCEEDED", "10.00 SUCCEEDED"), owner.story());
    }

    @Test
    void a_debt_is_bought_out_of_as_well() {
        owner.customer().buys("5.00");
        owner.agreesTo(Recharger.target("5.00", "30.00")).spends("12.345");
        assertEquals(List.of("37.35 SUCCEEDED"), owner.story());
        assertEquals("30.005000000", owner.customer().available());
    }

    @Test
    void none_is_made_while_a_card_purchase_is_under_way_and_its_end_asks_again() {
        owner.customer().meets(FaultKind.TIMEOUT_BEFORE_CHARGE).buys("5.00");
        owner.agreesTo(Recharger.target("10.00", "25.00"));
        assertEquals(List.of(), owner.story());
        house.wait(Duration.ofMinutes(1));
        assertEquals(List.of("20.00 SUCCEEDED"), owner.story());
        owner.customer().booksMatchTheGateway();
    }

    @Test
    void a_bank_account_on_file_is_harmless_but_as_the_default_it_turns_recharge_off() {
        owner.customer().buys("50.00");
        AddMethodResult bank = house.get(PaymentMethodService.class)
                .add(new AddMethod(owner.id(), "pm_usBankAccount_success", false, null));
        owner.agreesTo(Recharger.target("20.00", "60.00")).spends("35.00");
        assertEquals(List.of("45.00 SUCCEEDED"), owner.story());
        String id = ((AddMethodResult.Added) bank).method().id();
        assertEquals(Optional.empty(), house.get(PaymentMethodService.class).makeDefault(owner.id(), id));
        owner.spends("50.00");
        assertEquals(1, owner.recharges().size());
        assertEquals(OffReason.BANK_ACCOUNT_DEFAULT, owner.state().offReason());
        assertEquals(List.of("RECHARGE_MADE", "RECHARGE_OFF"), owner.mails());
        assertEquals(
                new RechargeResult.Refused(RechargeRefusal.CARD_REQUIRED),
                owner.triesToSave(Recharger.target("20.00", "60.00")));
    }

    @Test
    void a_card_as_the_default_again_does_not_turn_it_on_again() {
        owner.customer().buys("50.00");
        owner.agreesTo(Recharger.target("20.00", "60.00"));
        owner.customer().adds("pm_usBankAccount_success");
        owner.customer().adds("pm_card_mastercard");
        owner.spends("45.00");
        assertEquals(List.of(), owner.story());
        assertEquals(RechargeStatus.OFF, owner.state().status());
    }

    @Test
    void what_was_agreed_to_is_numbered_and_named_by_each_recharge() {
        owner.agreesTo(Recharger.target("10.00", "25.00")).isCharged();
        owner.agreesTo(Recharger.target("10.00", "25.00"));
        assertEquals(1, owner.state().agreement(), "the same settings again are no change");
        owner.agreesTo(Recharger.increment("30.00", "25.00")).isCharged();
        assertEquals(
                List.of(2, 1),
                owner.recharges().stream().map(p -> p.agreement().orElseThrow()).toList());
        owner.customer().buys("5.00");
        assertEquals(2, owner.state().agreement(), "buying changes nothing");
        owner.service().turnOff(owner.id(), "mem_owner", null);
        List<Agreement> all = owner.service().agreements(owner.id(), null, 10).items();
        assertEquals(List.of(3, 2, 1), all.stream().map(Agreement::number).toList());
        assertTrue(
                all.get(1).text().startsWith("As soon as less than $30.00 is available, charge"),
                all.get(1).text());
        assertEquals("203.0.113.7", all.get(1).address());
    }

    @Test
    void what_did_not_fit_into_the_month_is_made_once_it_fits() {
        Recharger owner = Recharger.with(house, "pm_card_visa");
        owner.customer().buys("70.00");
        owner.agreesTo(Recharger.capped(Recharger.target("20.00", "60.00"), "100.00", 10))
                .spends("120.00");
        assertEquals(RechargeStatus.CAP_REACHED, owner.state().status());
        owner.customer().buys("100.00");
        assertEquals(RechargeStatus.ACTIVE, owner.state().status());
        owner.spends("31.00");
        assertEquals(List.of("41.00 SUCCEEDED"), owner.story());
        owner.spends("119.00");
        assertEquals(RechargeStatus.CAP_REACHED, owner.state().status());
        owner.customer().isGiven("60.00");
        owner.isCharged();
        assertEquals(List.of("41.00 SUCCEEDED", "59.00 SUCCEEDED"), owner.story());
        assertEquals(
                1, owner.mails().stream().filter("RECHARGE_CAP_REACHED"::equals).count());
    }

    @Test
    void a_month_s_cap_is_kept_and_told_once_and_the_next_month_goes_on() {
        owner.agreesTo(Recharger.capped(Recharger.target("10.00", "30.00"), "70.00", 10))
                .isCharged()
                .spends("25.00")
                .spends("25.00");
        assertEquals(List.of("30.00 SUCCEEDED", "25.00 SUCCEEDED"), owner.story());
        assertEquals(RechargeStatus.CAP_REACHED, owner.state().status());
        owner.spends("0.50").spends("0.50");
        assertEquals(
                1, owner.mails().stream().filter("RECHARGE_CAP_REACHED"::equals).count());
        house.wait(Duration.between(house.now(), owner.state().nextAttemptAt()));
        owner.isCharged();
        assertEquals("26.00 SUCCEEDED", owner.story().get(2));
        assertEquals(RechargeStatus.ACTIVE, owner.state().status());
    }

    @Test
    void the_number_of_recharges_in_a_month_is_kept_too() {
        owner.agreesTo(Recharger.capped(Recharger.target("10.00", "30.00"), "1000.00", 1))
                .isCharged();
        owner.spends("25.00");
        assertEquals(1, owner.recharges().size());
        assertEquals(RechargeStatus.CAP_REACHED, owner.state().status());
        owner.agreesTo(Recharger.capped(Recharger.target("10.00", "30.00"), "1000.00", 2))
                .isCharged();
        assertEquals(2, owner.recharges().size(), "raised by the owner");
    }

    @Test
    void off_is_off() {
        owner.customer().buys("50.00");
        owner.agreesTo(Recharger.target("20.00", "60.00"));
        owner.service().turnOff(owner.id(), "mem_owner", null);
        owner.spends("45.00");
        assertEquals(List.of(), owner.story());
        assertEquals(OffReason.OWNER, owner.state().offReason());
    }

    @Test
    void a_recharge_is_an_entry_like_any_purchase() {
        owner.agreesTo(Recharger.target("10.00", "25.00")).isCharged();
        CreditPurchase recharge = owner.recharges().get(0);
        assertEquals(EntryKind.PURCHASE, owner.customer().entries().get(0).kind());
        assertEquals(recharge.id(), owner.customer().entries().get(0).cause().id());
        assertEquals(List.of("RECHARGE_MADE"), owner.mails());
    }

    /** The freeze takes the balance below the threshold, and nothing may be charged for that. */
    @Test
    void a_dispute_turns_it_off_before_what_it_freezes_could_be_bought_again() {
        Recharger owner = Recharger.with(house, "pm_card_visa");
        owner.agreesTo(Recharger.target("20.00", "60.00")).isCharged();
        CreditPurchase made = owner.recharges().get(0);
        house.get(SandboxGatewayService.class).dispute(made, DisputeAction.OPEN);
        owner.isCharged();
        assertEquals(1, owner.recharges().size());
        assertEquals(OffReason.DISPUTE, owner.state().offReason());
        assertEquals(List.of("RECHARGE_MADE", "RECHARGE_OFF", "BALANCE_ZERO"), owner.mails());
        house.get(SandboxGatewayService.class).dispute(made, DisputeAction.WIN);
        owner.isCharged();
        assertEquals(OffReason.DISPUTE, owner.state().offReason());
    }
}
