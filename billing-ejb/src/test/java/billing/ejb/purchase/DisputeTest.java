package billing.ejb.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessReason;
import billing.domain.id.Ids;
import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.domain.payment.DisputeStatus;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.RefundStatus;
import billing.domain.purchase.Refusal;
import billing.domain.recharge.RechargeSettings;
import billing.ejb.closing.ClosingPreview.Obstacle;
import billing.ejb.closing.ClosingService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.house.Together;
import billing.ejb.ledger.LedgerService;
import billing.ejb.recharge.RechargeRefusal;
import billing.ejb.recharge.RechargeResult;
import billing.ejb.recharge.RechargeService;
import billing.ejb.recharge.SaveRecharge;
import billing.ejb.runtime.Database;
import billing.ejb.sandbox.DisputeAction;
import billing.ejb.sandbox.DisputeResult;
import billing.ejb.sandbox.FaultKind;
import billing.ejb.sandbox.SandboxGatewayService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments that their banks ask back. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class DisputeTest {
    private final House house;
    private final Customer customer;
    private final Disputant disputant;

    DisputeTest(House house) {
        this.house = house;
        this.customer = house.customerWith("pm_card_visa");
        this.disputant = new Disputant(house, customer);
    }

    private PurchaseStatus status(CreditPurchase purchase) {
        return customer.purchase(purchase.id()).status();
    }

    @Test
    void what_is_left_of_a_disputed_purchase_can_not_be_spent() {
        CreditPurchase purchase = customer.buys("25.00");
        customer.spends("10.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        disputant.has("0.00", "15.00", "0.00");
        assertEquals(PurchaseStatus.DISPUTED, status(purchase));
        disputant.mayNotSpend(AccessReason.BALANCE_EXHAUSTED);
    }

    @Test
    void other_credits_stay_what_they_are() {
        CreditPurchase purchase = customer.buys("25.00");
        customer.buys("10.00");
        customer.isGiven("3.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        disputant.has("13.00", "25.00", "0.00");
        assertEquals(AccessReason.OK, disputant.access());
    }

    @Test
    void a_dispute_that_is_won_gives_the_credits_back_where_they_were() {
        CreditPurchase purchase = customer.buys("25.00");
        customer.spends("10.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        disputant.bank(purchase, DisputeAction.WIN);
        disputant.has("15.00", "0.00", "0.00");
        assertEquals(PurchaseStatus.SUCCEEDED, status(purchase));
        assertEquals(AccessReason.OK, disputant.access());
        disputant.stands(purchase, DisputeStatus.WON);
        RefundResult refunded = customer.isPaidBack(purchase, "15.00", Ids.mint(Ids.REFUND));
        assertEquals(
                RefundStatus.SUCCEEDED,
                assertInstanceOf(RefundResult.Accepted.class, refunded).refund().status());
        disputant.has("0.00", "0.00", "0.00");
    }

    @Test
    void what_was_spent_of_a_lost_purchase_is_owed_and_shuts_access_until_the_next_credits_pay_it() {
        CreditPurchase purchase = customer.buys("25.00");
        customer.buys("100.00");
        customer.spends("10.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        disputant.bank(purchase, DisputeAction.LOSE);
        disputant.has("100.00", "0.00", "10.00");
        disputant.mayNotSpend(AccessReason.PAST_DUE);
        customer.isGiven("4.00");
        disputant.has("100.00", "0.00", "6.00");
        assertEquals(Optional.of(Money.of("6.00")), paysDisputeDebt());
        customer.isGiven("2.000000001");
        assertEquals(Optional.of(Money.of("5.00")), paysDisputeDebt(), "3.999999999 are owed, and 5.00 is the least");
        customer.buys("5.00");
        disputant.has("101.000000001", "0.00", "0.00");
        assertEquals(Optional.empty(), paysDisputeDebt());
        assertEquals(AccessReason.OK, disputant.access());
        assertEquals(3, disputant.entries(EntryKind.DISPUTE_DEBT_PAID));
    }

    /** What the page that adds credits offers. */
    private Optional<Money> paysDisputeDebt() {
        return house.get(PurchaseService.class).paysDisputeDebt(customer.id());
    }

    /** It is the part of what is owed that shuts access, and no limit covers it. */
    @Test
    void new_credits_pay_for_a_lost_dispute_before_they_pay_for_usage() {
        CreditPurchase purchase = customer.buys("25.00");
        customer.spends("27.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        disputant.bank(purchase, DisputeAction.LOSE);
        disputant.has("-2.00", "0.00", "25.00");
        customer.buys("26.00");
        disputant.has("-1.00", "0.00", "0.00");
        customer.buys("5.00");
        disputant.has("4.00", "0.00", "0.00");
    }

    @Test
    void auto_recharge_can_not_be_turned_on_until_the_bank_has_decided_and_what_it_took_is_paid() {
        CreditPurchase purchase = customer.buys("25.00");
        customer.spends("10.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        assertEquals(new RechargeResult.Refused(RechargeRefusal.DISPUTE_OPEN), turnsOnRecharge());
        disputant.bank(purchase, DisputeAction.LOSE);
        assertEquals(new RechargeResult.Refused(RechargeRefusal.DISPUTE_DEBT), turnsOnRecharge());
        customer.buys("10.00");
        assertInstanceOf(RechargeResult.Saved.class, turnsOnRecharge());
    }

    private RechargeResult turnsOnRecharge() {
        RechargeService recharges = house.get(RechargeService.class);
        RechargeSettings usual = recharges.get(customer.id()).settings();
        return recharges.save(new SaveRecharge(customer.id(), usual, "mem_owner", "203.0.113.7"));
    }

    @Test
    void a_purchase_that_was_lost_opens_access_no_more_and_one_that_is_disputed_still_does() {
        CreditPurchase purchase = customer.buys("25.00");
        customer.isGiven("5.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        assertEquals(AccessReason.OK, disputant.access());
        disputant.bank(purchase, DisputeAction.LOSE);
        disputant.has("5.00", "0.00", "0.00");
        disputant.mayNotSpend(AccessReason.NO_PURCHASE_YET);
        assertEquals(PurchaseStatus.DISPUTED, status(purchase));
    }

    @Test
    void an_inquiry_moves_nothing_until_the_bank_takes_the_money() {
        CreditPurchase purchase = customer.buys("25.00");
        disputant.bank(purchase, DisputeAction.INQUIRE);
        disputant.has("25.00", "0.00", "0.00");
        assertEquals(PurchaseStatus.SUCCEEDED, status(purchase));
        disputant.stands(purchase, DisputeStatus.INQUIRY);
        disputant.bank(purchase, DisputeAction.OPEN);
        disputant.has("0.00", "25.00", "0.00");
    }

    @Test
    void an_inquiry_that_ends_leaves_nothing() {
        CreditPurchase purchase = customer.buys("25.00");
        disputant.bank(purchase, DisputeAction.INQUIRE);
        disputant.bank(purchase, DisputeAction.LOSE);
        disputant.has("25.00", "0.00", "0.00");
        disputant.stands(purchase, DisputeStatus.WON);
    }

    @ParameterizedTest
    @EnumSource(
            value = DisputeAction.class,
            names = {"OPEN", "LOSE"})
    void nothing_of_a_disputed_purchase_is_refunded(DisputeAction last) {
        CreditPurchase purchase = customer.buys("25.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        if (last != DisputeAction.OPEN) {
            disputant.bank(purchase, last);
        }
        RefundResult result = customer.isPaidBack(purchase, "1.00", Ids.mint(Ids.REFUND));
        assertEquals(
                Refusal.DISPUTED,
                assertInstanceOf(RefundResult.Refused.class, result).reason());
        assertTrue(disputant.entries(EntryKind.REFUND) == 0);
    }

    @Test
    void what_was_refunded_is_not_lost_once_more() {
        CreditPurchase purchase = customer.buys("25.00");
        customer.spends("5.00");
        customer.isPaidBack(purchase, "8.00", Ids.mint(Ids.REFUND));
        disputant.bank(purchase, DisputeAction.OPEN);
        disputant.has("0.00", "12.00", "0.00");
        disputant.bank(purchase, DisputeAction.LOSE);
        disputant.has("0.00", "0.00", "5.00");
    }

    @Test
    void credits_that_come_back_pay_the_debt_that_grew_meanwhile() {
        CreditPurchase purchase = customer.buys("25.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        customer.spends("4.00");
        disputant.has("-4.00", "25.00", "0.00");
        disputant.bank(purchase, DisputeAction.WIN);
        disputant.has("21.00", "0.00", "0.00");
    }

    @Test
    void holds_do_not_keep_a_bank_from_its_money() {
        CreditPurchase purchase = customer.buys("25.00");
        house.inTransaction(() -> {
            house.get(LedgerService.class).hold(customer.id(), Money.of("20.00"));
            return true;
        });
        disputant.bank(purchase, DisputeAction.OPEN);
        assertEquals("-20.00", customer.available());
    }

    @ParameterizedTest
    @CsvSource({
        "pm_usBankAccount_dispute, 5",
        "pm_usBankAccount_returned, 7",
    })
    void a_bank_debit_that_is_returned_is_lost(String token, int days) {
        Customer debited = house.customerWith(token);
        CreditPurchase purchase = debited.buys("25.00");
        house.wait(Duration.ofDays(days));
        Disputant returned = new Disputant(house, debited);
        returned.stands(purchase, DisputeStatus.LOST);
        returned.has("0.00", "0.00", "0.00");
        returned.mayNotSpend(AccessReason.NO_PURCHASE_YET);
    }

    @Test
    void a_card_whose_owner_disputes_at_once_has_nothing_to_spend() {
        Customer fraud = house.customerWith("pm_card_createDispute");
        CreditPurchase purchase = fraud.buys("25.00");
        house.noticesHaveArrived();
        new Disputant(house, fraud).has("0.00", "25.00", "0.00");
        new Disputant(house, fraud).stands(purchase, DisputeStatus.OPEN);
    }

    @Test
    void a_dispute_that_no_notice_told_of_is_found_within_a_day_and_so_is_its_end() {
        disputant.isToldNothing();
        CreditPurchase purchase = customer.buys("25.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        assertEquals(List.of(), disputant.disputes(purchase));
        house.wait(Duration.ofDays(1));
        disputant.has("0.00", "25.00", "0.00");
        disputant.bank(purchase, DisputeAction.LOSE);
        house.wait(Duration.ofDays(1));
        disputant.has("0.00", "0.00", "0.00");
        disputant.mayNotSpend(AccessReason.NO_PURCHASE_YET);
    }

    @Test
    void one_dispute_that_can_not_be_settled_does_not_hide_another_and_is_settled_once_it_can() {
        Customer other = house.customerWith("pm_card_visa");
        Disputant hidden = new Disputant(house, other).isToldNothing();
        disputant.isToldNothing();
        disputant.bank(customer.buys("25.00"), DisputeAction.OPEN);
        hidden.bank(other.buys("25.00"), DisputeAction.OPEN);
        house.tamper("UPDATE ledger_balance SET purchased = 0 WHERE account = ?", customer.id());
        house.wait(Duration.ofDays(1));
        hidden.has("0.00", "25.00", "0.00");
        house.tamper("UPDATE ledger_balance SET purchased = 25000000000 WHERE account = ?", customer.id());
        house.wait(Duration.ofHours(1));
        disputant.has("0.00", "25.00", "0.00");
    }

    @Test
    void a_notice_that_the_gateway_does_not_explain_comes_again() {
        disputant.isToldNothing();
        CreditPurchase purchase = customer.buys("25.00");
        String dispute = disputant.bank(purchase, DisputeAction.OPEN).id();
        house.line().cut();
        assertThrows(RuntimeException.class, () -> disputant.hears("charge.dispute.created", dispute));
        house.line().mend();
        disputant.hears("charge.dispute.created", dispute);
        disputant.has("0.00", "25.00", "0.00");
    }

    @Test
    void twenty_notices_at_once_freeze_once() {
        disputant.isToldNothing();
        CreditPurchase purchase = customer.buys("25.00");
        String dispute = disputant.bank(purchase, DisputeAction.OPEN).id();
        Together.all(20, () -> {
            disputant.hears("charge.dispute.created", dispute);
            return true;
        });
        disputant.has("0.00", "25.00", "0.00");
        assertEquals(1, disputant.entries(EntryKind.DISPUTE_FROZEN));
    }

    @Test
    void a_dispute_is_told_of_before_the_payment_is_known_to_have_succeeded() {
        disputant.isToldNothing();
        customer.meets(FaultKind.TIMEOUT_AFTER_CHARGE);
        CreditPurchase purchase = customer.buys("25.00");
        assertEquals(PurchaseStatus.PROCESSING, purchase.status());
        CreditPurchase known = customer.purchase(purchase.id());
        assertFalse(known.paymentRef().isPresent());
        String payment = house.get(Database.class)
                .one(
                        "SELECT id FROM sandbox_object WHERE kind = 'PAYMENT_INTENT' AND customer = ?",
                        row -> row.getString("id"),
                        customer.account().gatewayCustomer().orElseThrow())
                .orElseThrow();
        known.knownAs(payment);
        String dispute = disputant.bank(known, DisputeAction.OPEN).id();
        disputant.hears("charge.dispute.created", dispute);
        disputant.has("0.00", "25.00", "0.00");
        assertEquals(PurchaseStatus.DISPUTED, status(purchase));
        house.wait(Duration.ofMinutes(1));
        disputant.has("0.00", "25.00", "0.00");
    }

    @Test
    void an_account_with_an_open_dispute_or_its_debt_is_not_deleted() {
        CreditPurchase purchase = customer.buys("25.00");
        customer.spends("1.00");
        disputant.bank(purchase, DisputeAction.OPEN);
        assertEquals(List.of(Obstacle.DISPUTE_OPEN), obstacles());
        disputant.bank(purchase, DisputeAction.LOSE);
        assertEquals(List.of(Obstacle.MONEY_OWED), obstacles());
        customer.buys("5.00");
        assertEquals(List.of(), obstacles());
    }

    private List<Obstacle> obstacles() {
        return house.get(ClosingService.class).preview(customer.id()).obstacles();
    }

    @Test
    void what_is_lost_after_an_account_was_deleted_is_the_houses_loss() {
        CreditPurchase purchase = customer.buys("25.00");
        customer.spends("25.00");
        assertTrue(
                house.get(ClosingService.class).close(customer.id(), "mem_test").isPossible());
        disputant.bank(purchase, DisputeAction.OPEN);
        disputant.bank(purchase, DisputeAction.LOSE);
        disputant.has("0.00", "0.00", "0.00");
        assertEquals(1, disputant.entries(EntryKind.LATE_DISPUTE));
    }

    @Test
    void a_bank_acts_only_on_what_there_is() {
        CreditPurchase purchase = customer.buys("25.00");
        assertInstanceOf(
                DisputeResult.Impossible.class,
                house.get(SandboxGatewayService.class).dispute(purchase, DisputeAction.WIN));
        disputant.bank(purchase, DisputeAction.OPEN);
        assertInstanceOf(
                DisputeResult.Impossible.class,
                house.get(SandboxGatewayService.class).dispute(purchase, DisputeAction.OPEN));
    }

    /** The bank asks for what was not on its way back when it asked. */
    @Test
    void a_refund_that_fails_while_its_payment_is_disputed_is_credit_again() {
        Customer unlucky = house.customerWith("pm_card_refundFail");
        Disputant with = new Disputant(house, unlucky);
        CreditPurchase purchase = unlucky.buys("25.00");
        unlucky.isPaidBack(purchase, "10.00", Ids.mint(Ids.REFUND));
        with.bank(purchase, DisputeAction.OPEN);
        with.has("0.00", "15.00", "0.00");
        house.wait(Duration.ofDays(1));
        assertEquals(
                Set.of(RefundStatus.FAILED),
                Set.copyOf(house.get(RefundService.class).list(purchase.id()).stream()
                        .map(refund -> refund.status())
                        .toList()));
        with.has("10.00", "15.00", "0.00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        what is frozen    | UPDATE ledger_balance SET frozen = frozen + 1 WHERE account = ?       | BALANCE_MISMATCH
        what is owed      | UPDATE ledger_balance SET dispute_debt = 0 WHERE account = ?          | BALANCE_MISMATCH
        a dispute's part  | UPDATE dispute SET frozen = 0 WHERE account = ? AND status = 'OPEN'   | DISPUTE_NOT_POSTED
        a dispute's debt  | UPDATE dispute SET spent = 0 WHERE account = ? AND status = 'LOST'    | DISPUTE_NOT_POSTED
        its end           | UPDATE dispute SET status = 'WON' WHERE account = ?                   | DISPUTE_MISFIT
        that it is lost   | UPDATE credit_purchase SET dispute = NULL WHERE account = ?           | DISPUTE_MISFIT
        all of it         | DELETE FROM dispute WHERE account = ?                                 | ENTRY_WITHOUT_DISPUTE
        a grant           | UPDATE credit_grant SET rest = amount WHERE account = ?               | GRANT_REST_WRONG
        """)
    void whoever_changes_what_a_dispute_left_is_named(String what, String sql, String code) {
        CreditPurchase lost = customer.buys("25.00");
        customer.spends("5.00");
        disputant.bank(lost, DisputeAction.OPEN);
        disputant.bank(lost, DisputeAction.LOSE);
        customer.buys("6.00");
        CreditPurchase owed = customer.buys("25.00");
        customer.spends("7.00");
        disputant.bank(owed, DisputeAction.OPEN);
        CreditPurchase spent = customer.buys("30.00");
        customer.spends("30.00");
        disputant.bank(spent, DisputeAction.OPEN);
        disputant.bank(spent, DisputeAction.LOSE);
        disputant.has("0.00", "19.00", "30.00");
        assertTrue(house.tamper(sql, customer.id()) > 0);
        isForgottenByAll(lost, owed, spent);
        assertTrue(customer.findings().contains(code), code + " is not among " + customer.findings());
    }

    /** Else what does not fit would be tried again and again in all stories to come. */
    private void isForgottenByAll(CreditPurchase... purchases) {
        house.tamper("UPDATE dispute SET next_check_at = NULL WHERE account = ?", customer.id());
        for (CreditPurchase purchase : purchases) {
            house.tamper(
                    "DELETE FROM sandbox_object WHERE kind = 'DISPUTE' AND search_key = ?",
                    purchase.paymentRef().orElseThrow());
        }
    }
}
