package billing.ejb.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import billing.domain.access.AccessReason;
import billing.domain.id.Ids;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.Refund;
import billing.domain.purchase.RefundStatus;
import billing.domain.purchase.Refusal;
import billing.ejb.access.AccessService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paying unspent credits back. */
@InEachHouse
class RefundTest {
    private final House house;

    RefundTest(House house) {
        this.house = house;
    }

    private Refund paidBack(Customer customer, CreditPurchase purchase, String amount) {
        RefundResult result = customer.isPaidBack(purchase, amount, Ids.mint(Ids.REFUND));
        return assertInstanceOf(RefundResult.Accepted.class, result).refund();
    }

    private Refusal refused(Customer customer, CreditPurchase purchase, String amount, String id) {
        return assertInstanceOf(RefundResult.Refused.class, customer.isPaidBack(purchase, amount, id))
                .reason();
    }

    private Refund refund(CreditPurchase purchase) {
        return house.get(RefundService.class).list(purchase.id()).get(0);
    }

    @Test
    void a_part_of_a_purchase_is_paid_back_and_the_rest_stays() {
        Customer customer = house.customerWith("pm_card_visa");
        CreditPurchase purchase = customer.buys("25.00");
        assertEquals(
                RefundStatus.SUCCEEDED, paidBack(customer, purchase, "10.00").status());
        assertEquals("15.00", customer.available());
        assertEquals(
                PurchaseStatus.PARTIALLY_REFUNDED,
                customer.purchase(purchase.id()).status());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_purchase_that_is_paid_back_whole_does_not_open_access_any_more() {
        Customer customer = house.customerWith("pm_card_visa");
        CreditPurchase purchase = customer.buys("25.00");
        paidBack(customer, purchase, "10.00");
        paidBack(customer, purchase, "15.00");
        assertEquals(PurchaseStatus.REFUNDED, customer.purchase(purchase.id()).status());
        assertEquals(
                AccessReason.NO_PURCHASE_YET,
                house.get(AccessService.class)
                        .decide(customer.id())
                        .orElseThrow()
                        .reason());
        assertEquals("REFUNDED", customer.charges().get(0).status());
        customer.booksMatchTheGateway();
    }

    @Test
    void what_is_spent_is_not_paid_back() {
        Customer customer = house.customerWith("pm_card_visa");
        CreditPurchase purchase = customer.buys("25.00");
        customer.spends("5.00");
        assertEquals(Refusal.MORE_THAN_UNSPENT, refused(customer, purchase, "20.01", Ids.mint(Ids.REFUND)));
        paidBack(customer, purchase, "20.00");
        assertEquals("0.00", customer.available());
        customer.booksMatchTheGateway();
    }

    @ParameterizedTest
    @CsvSource({"0.00, AMOUNT_TOO_SMALL", "-1.00, AMOUNT_TOO_SMALL", "1.001, AMOUNT_NOT_WHOLE_CENTS"})
    void an_amount_that_can_not_be_paid_back_is_refused(String amount, Refusal why) {
        Customer customer = house.customerWith("pm_card_visa");
        assertEquals(why, refused(customer, customer.buys("25.00"), amount, Ids.mint(Ids.REFUND)));
    }

    @Test
    void a_purchase_that_failed_is_not_paid_back() {
        Customer customer = house.customerWith("pm_card_chargeCustomerFail");
        assertEquals(Refusal.NOT_PAID, refused(customer, customer.buys("25.00"), "1.00", Ids.mint(Ids.REFUND)));
    }

    @Test
    void a_refund_sent_again_is_the_same_refund() {
        Customer customer = house.customerWith("pm_card_visa");
        CreditPurchase purchase = customer.buys("25.00");
        String id = Ids.mint(Ids.REFUND);
        customer.isPaidBack(purchase, "10.00", id);
        customer.isPaidBack(purchase, "10.00", id);
        assertEquals("15.00", customer.available());
        assertEquals(Refusal.KEY_REUSED, refused(customer, purchase, "11.00", id));
        customer.booksMatchTheGateway();
    }

    @Test
    void twenty_equal_refunds_at_once_are_one() {
        Customer customer = house.customerWith("pm_card_visa");
        CreditPurchase purchase = customer.buys("25.00");
        String id = Ids.mint(Ids.REFUND);
        Together.all(20, () -> customer.isPaidBack(purchase, "10.00", id));
        assertEquals("15.00", customer.available());
        assertEquals(1, house.get(RefundService.class).list(purchase.id()).size());
        customer.booksMatchTheGateway();
    }

    @Test
    void twenty_refunds_at_once_never_pay_back_more_than_is_there() {
        Customer customer = house.customerWith("pm_card_visa");
        CreditPurchase purchase = customer.buys("25.00");
        List<RefundResult> results =
                Together.all(20, () -> customer.isPaidBack(purchase, "5.00", Ids.mint(Ids.REFUND)));
        assertEquals(
                5,
                results.stream().filter(RefundResult.Accepted.class::isInstance).count());
        assertEquals("0.00", customer.available());
        house.wait(Duration.ofMinutes(1));
        assertEquals(PurchaseStatus.REFUNDED, customer.purchase(purchase.id()).status());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_refund_that_fails_puts_the_credits_back() {
        Customer customer = house.customerWith("pm_card_refundFail");
        CreditPurchase purchase = customer.buys("25.00");
        paidBack(customer, purchase, "25.00");
        house.wait(Duration.ofDays(15));
        assertEquals(RefundStatus.FAILED, refund(purchase).status());
        assertEquals("25.00", customer.available());
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(purchase.id()).status());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void credits_of_a_failed_refund_pay_debt_first() {
        Customer customer = house.customerWith("pm_card_refundFail");
        CreditPurchase purchase = customer.buys("25.00");
        paidBack(customer, purchase, "25.00");
        customer.spends("4.00");
        house.wait(Duration.ofDays(15));
        assertEquals("21.00", customer.available());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void a_refund_that_takes_its_time_is_pending_until_the_gateway_is_done() {
        Customer customer = house.customerWith("pm_card_pendingRefund");
        CreditPurchase purchase = customer.buys("25.00");
        paidBack(customer, purchase, "25.00");
        assertEquals("0.00", customer.available());
        house.wait(Duration.ofDays(15));
        assertEquals(RefundStatus.SUCCEEDED, refund(purchase).status());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_refund_asked_for_while_the_gateway_is_away_is_made_once_it_is_back() {
        Customer customer = house.customerWith("pm_card_visa");
        CreditPurchase purchase = customer.buys("25.00");
        house.line().cut();
        assertEquals(RefundStatus.PENDING, paidBack(customer, purchase, "25.00").status());
        house.line().mend();
        house.wait(Duration.ofMinutes(1));
        assertEquals(RefundStatus.SUCCEEDED, refund(purchase).status());
        assertEquals("REFUNDED", customer.charges().get(0).status());
        customer.booksMatchTheGateway();
    }
}
