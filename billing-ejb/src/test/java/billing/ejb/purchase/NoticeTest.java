package billing.ejb.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.NoticeDoor.Notice;
import billing.ejb.house.Together;
import billing.ejb.payment.GatewayNoticeService;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.sandbox.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway tells by itself: early, late, twice, out of order, never, or not by the gateway at all. */
@InEachHouse
class NoticeTest {
    private final House house;
    private final Customer customer;

    NoticeTest(House house) {
        this.house = house;
        this.customer = house.customerWith("pm_card_visa");
    }

    private boolean receive(Notice notice) {
        return house.get(GatewayNoticeService.class).receive(notice.payload(), notice.signature());
    }

    /** A notice of success as the gateway would sign it. */
    private Notice success(CreditPurchase purchase, String gatewayCustomer, String cents) {
        return house.signed("""
                {"id":"evt_%1$s","object":"event","api_version":"%5$s","type":"payment_intent.succeeded",
                 "data":{"object":{"id":"pi_%1$s","object":"payment_intent","status":"succeeded","currency":"usd",
                 "amount":%3$s,"amount_received":%3$s,"customer":"%2$s","metadata":{"billing_purchase":"%4$s"}}}}
                """.formatted(
                house.now().toEpochMilli(), gatewayCustomer, cents, purchase.id(), com.stripe.Stripe.API_VERSION));
    }

    private CreditPurchase failed() {
        return house.customerWith("pm_card_chargeCustomerFail").buys("25.00");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUPLICATE_WEBHOOK", "WEBHOOK_LOST", "WEBHOOK_OUT_OF_ORDER"})
    void whatever_happens_to_the_notices_a_purchase_is_credited_once(FaultKind fault) {
        CreditPurchase purchase = customer.meets(fault).buys("25.00");
        house.noticesHaveArrived();
        house.wait(Duration.ofMinutes(1));
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(purchase.id()).status());
        assertEquals(Optional.empty(), customer.purchase(purchase.id()).deskNote());
        assertEquals("25.00", customer.available());
        customer.booksMatchTheGateway();
    }

    /** Lago 5870. */
    @Test
    void the_same_notice_posted_again_does_not_credit_again() {
        CreditPurchase purchase = customer.buys("25.00");
        house.noticesHaveArrived();
        List<Notice> notices = house.door().about(purchase.id());
        assertFalse(notices.isEmpty());
        notices.forEach(notice -> assertTrue(receive(notice)));
        assertEquals("25.00", customer.available());
        customer.booksMatchTheGateway();
    }

    /** Lago 3618. */
    @Test
    void a_notice_that_comes_twenty_times_at_once_credits_once() {
        customer.meets(FaultKind.WEBHOOK_LOST).meets(FaultKind.TIMEOUT_AFTER_CHARGE);
        CreditPurchase purchase = customer.buys("25.00");
        Notice notice = success(purchase, customer.account().gatewayCustomer().orElseThrow(), "2500");
        Together.all(20, () -> receive(notice));
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(purchase.id()).status());
        assertEquals("25.00", customer.available());
    }

    @Test
    void success_after_failure_wins_and_an_operator_is_told() {
        Customer unlucky = house.customerWith("pm_card_chargeCustomerFail");
        CreditPurchase purchase = unlucky.buys("25.00");
        assertTrue(receive(success(purchase, unlucky.account().gatewayCustomer().orElseThrow(), "2500")));
        CreditPurchase after = unlucky.purchase(purchase.id());
        assertEquals(PurchaseStatus.SUCCEEDED, after.status());
        assertEquals("25.00", unlucky.available());
        assertTrue(after.deskNote().orElseThrow().contains("FAILED"));
    }

    /** new-api 4353. */
    @Test
    void a_signed_notice_of_another_customers_payment_credits_nobody() {
        CreditPurchase purchase = failed();
        receive(success(purchase, customer.account().gatewayCustomer().orElseThrow(), "2500"));
        assertEquals(PurchaseStatus.FAILED, customer.purchase(purchase.id()).status());
        assertTrue(customer.purchase(purchase.id()).deskNote().isPresent());
        assertEquals("0.00", customer.available());
    }

    @Test
    void a_signed_notice_of_another_amount_credits_nobody() {
        Customer unlucky = house.customerWith("pm_card_chargeCustomerFail");
        CreditPurchase purchase = unlucky.buys("25.00");
        receive(success(purchase, unlucky.account().gatewayCustomer().orElseThrow(), "2400"));
        assertEquals(PurchaseStatus.FAILED, unlucky.purchase(purchase.id()).status());
        assertEquals("0.00", unlucky.available());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=,v1=", "t=1,v1=00", "v1=00", "nonsense", "t=99999999999999999999,v1=00"})
    void a_notice_with_a_bad_signature_is_refused(String signature) {
        Notice good = success(failed(), "cus_1", "2500");
        assertFalse(receive(new Notice(good.payload(), signature)));
    }

    @Test
    void a_notice_whose_text_was_touched_is_refused() {
        Notice good = success(failed(), "cus_1", "2500");
        assertFalse(receive(new Notice(good.payload().replace("2500", "9900"), good.signature())));
        assertFalse(receive(new Notice(good.payload() + " ", good.signature())));
    }

    @Test
    void a_notice_that_is_too_old_or_from_the_future_is_refused() {
        String payload = success(failed(), "cus_1", "2500").payload();
        assertFalse(receive(house.signed(payload, house.now().minusSeconds(310))));
        assertFalse(receive(house.signed(payload, house.now().plusSeconds(310))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"x\"",
                "{",
                "{}",
                "{\"id\":7,\"data\":[]}",
                "{\"id\":\"evt_7\",\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":7}}",
                "<xml/>"
            })
    void a_signed_notice_that_is_no_event_is_refused_or_ignored_and_breaks_nothing(String payload) {
        receive(house.signed(payload));
    }

    @Test
    void a_signed_notice_of_something_unknown_is_accepted_and_left_alone() {
        assertTrue(receive(house.signed("""
                {"id":"evt_unknown","object":"event","type":"moon.eclipsed","data":{"object":{"object":"moon"}}}
                """)));
    }

    /** onetimesecret 3691. */
    @Test
    void a_notice_that_could_not_be_acted_on_is_acted_on_when_it_comes_again() {
        String setup = house.fillsInAPage(customer, "4242424242424242");
        Notice notice = house.door().about(setup).stream()
                .filter(n -> n.payload().contains("checkout.session.completed"))
                .findFirst()
                .orElseThrow();
        house.tamper("DELETE FROM gateway_notice");
        house.tamper(
                "DELETE FROM payment_method WHERE account = ? AND id <> ?",
                customer.id(),
                customer.account().defaultMethod().orElseThrow());
        house.line().cut();
        assertThrows(RuntimeException.class, () -> receive(notice));
        house.line().mend();
        assertTrue(receive(notice));
        assertEquals(
                2, house.get(PaymentMethodService.class).onFile(customer.id()).size());
    }
}
