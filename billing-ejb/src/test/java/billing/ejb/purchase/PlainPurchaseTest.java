package billing.ejb.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessReason;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.domain.payment.DeclineCode;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.Refusal;
import billing.ejb.access.AccessService;
import billing.ejb.house.Customer;
import billing.ejb.house.GatewayLine;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buying credits while the gateway answers. */
@InEachHouse
class PlainPurchaseTest {
    private final House house;

    PlainPurchaseTest(House house) {
        this.house = house;
    }

    @Test
    void a_customer_buys_credits_and_can_spend_them_at_once() {
        Customer customer = house.customerWith("pm_card_visa");
        assertEquals(AccessReason.NO_PURCHASE_YET, access(customer));
        CreditPurchase purchase = customer.buys("25.00");
        assertEquals(PurchaseStatus.SUCCEEDED, purchase.status());
        assertEquals(Optional.empty(), purchase.nextCheckAt());
        assertEquals("25.00", customer.available());
        assertEquals(AccessReason.OK, access(customer));
        customer.booksMatchTheGateway();
    }

    private AccessReason access(Customer customer) {
        return house.get(AccessService.class)
                .decide(customer.id())
                .orElseThrow()
                .reason();
    }

    @Test
    void a_purchase_takes_one_call_to_the_gateway_and_holds_no_connection_meanwhile() {
        Customer customer = house.customerWith("pm_card_visa");
        house.noticesHaveArrived();
        int before = house.line().calls().size();
        CreditPurchase purchase = customer.buys("25.00");
        house.noticesHaveArrived();
        assertEquals(1, house.line().calls().size() - before);
        List<GatewayLine.Call> charges = house.line().charges(purchase.id());
        assertEquals(1, charges.size());
        assertEquals(0, charges.get(0).connections().get());
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeCustomerFail, CARD_DECLINED",
        "pm_card_chargeDeclined_insufficient_funds, INSUFFICIENT_FUNDS",
        "pm_card_chargeDeclined_expired_card, EXPIRED_CARD",
        "pm_card_chargeDeclined_incorrect_cvc, INCORRECT_CVC",
        "pm_card_chargeDeclined_incorrect_zip, INCORRECT_POSTCODE",
        "pm_card_chargeDeclined_card_not_supported, CARD_NOT_SUPPORTED",
        "pm_card_chargeDeclined_card_velocity_exceeded, SPENDING_LIMIT",
        "pm_card_chargeDeclined_lost_card, LOST_OR_STOLEN_CARD",
        "pm_card_chargeDeclined_fraudulent, FRAUD",
        "pm_card_chargeDeclined_processing_error, PROCESSING_ERROR",
        "pm_card_chargeDeclined_something_new, CARD_DECLINED"
    })
    void a_declined_card_says_why_and_credits_nothing(String token, DeclineCode why) {
        Customer customer = house.customerWith(token);
        CreditPurchase purchase = customer.buys("25.00");
        assertEquals(PurchaseStatus.FAILED, purchase.status());
        assertEquals(Optional.of(why), purchase.failure());
        assertEquals("0.00", customer.available());
        customer.booksMatchTheGateway();
    }

    @ParameterizedTest
    @CsvSource({
        "4.99, AMOUNT_TOO_SMALL",
        "0.00, AMOUNT_TOO_SMALL",
        "-25.00, AMOUNT_TOO_SMALL",
        "10000.01, AMOUNT_TOO_LARGE",
        "25.001, AMOUNT_NOT_WHOLE_CENTS"
    })
    void an_amount_that_can_not_be_bought_is_refused_and_nobody_is_charged(String amount, Refusal why) {
        Customer customer = house.customerWith("pm_card_visa");
        assertEquals(why, customer.isRefused(amount, Ids.mint(Ids.PURCHASE)));
        assertEquals(List.of(), customer.charges());
    }

    @Test
    void without_a_payment_method_nothing_can_be_bought() {
        assertEquals(Refusal.NO_PAYMENT_METHOD, house.customer().isRefused("25.00", Ids.mint(Ids.PURCHASE)));
    }

    @Test
    void a_purchase_is_charged_once_however_often_it_is_sent() {
        Customer customer = house.customerWith("pm_card_visa");
        String id = Ids.mint(Ids.PURCHASE);
        for (int i = 0; i < 5; i++) {
            assertEquals(PurchaseStatus.SUCCEEDED, customer.buys("25.00", id).status());
        }
        assertEquals(1, customer.charges().size());
        assertEquals("25.00", customer.available());
    }

    @Test
    void a_purchase_sent_twenty_times_at_once_is_charged_once() {
        Customer customer = house.customerWith("pm_card_visa");
        String id = Ids.mint(Ids.PURCHASE);
        List<CreditPurchase> answers = Together.all(20, () -> customer.buys("25.00", id));
        assertTrue(answers.stream().allMatch(purchase -> purchase.id().equals(id)));
        assertEquals(1, house.line().charges(id).size());
        assertEquals("25.00", customer.available());
        customer.booksMatchTheGateway();
    }

    @Test
    void twenty_purchases_at_once_are_twenty_charges() {
        Customer customer = house.customerWith("pm_card_visa");
        Together.all(20, () -> customer.buys("5.00"));
        house.wait(Duration.ofMinutes(1));
        assertEquals("100.00", customer.available());
        customer.booksMatchTheGateway();
    }

    @Test
    void the_same_id_for_another_amount_is_refused() {
        Customer customer = house.customerWith("pm_card_visa");
        String id = customer.buys("25.00").id();
        assertEquals(Refusal.KEY_REUSED, customer.isRefused("26.00", id));
        assertEquals("25.00", customer.available());
    }

    @Test
    void the_same_id_of_another_customer_is_refused() {
        String id = house.customerWith("pm_card_visa").buys("25.00").id();
        Customer other = house.customerWith("pm_card_visa");
        assertEquals(Refusal.KEY_REUSED, other.isRefused("25.00", id));
        assertEquals(List.of(), other.charges());
    }

    @Test
    void two_customers_with_one_id_at_once_are_one_purchase_and_one_refusal() {
        List<Customer> two = List.of(house.customerWith("pm_card_visa"), house.customerWith("pm_card_visa"));
        String id = Ids.mint(Ids.PURCHASE);
        List<PurchaseResult> results = Together.each(2, i -> () -> two.get(i).triesToBuy("25.00", id));
        assertEquals(
                1,
                results.stream()
                        .filter(PurchaseResult.Accepted.class::isInstance)
                        .count());
        assertTrue(results.contains(new PurchaseResult.Refused(Refusal.KEY_REUSED)));
        assertEquals(1, house.line().charges(id).size());
    }

    @Test
    void ten_declined_purchases_an_hour_reach_the_gateway_and_the_eleventh_does_not() {
        Customer thief = house.customerWith("pm_card_chargeCustomerFail");
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(PurchaseResult.Accepted.class, buysByHand(thief));
        }
        thief.adds("pm_card_mastercard");
        assertEquals(new PurchaseResult.Refused(Refusal.TOO_MANY_DECLINES), buysByHand(thief));
        assertEquals(10, thief.charges().size());
        assertEquals(PurchaseStatus.SUCCEEDED, thief.buys("5.00").status(), "the platform is not bound");
        house.sleeps(Duration.ofHours(1));
        assertInstanceOf(PurchaseResult.Accepted.class, buysByHand(thief));
    }

    private PurchaseResult buysByHand(Customer customer) {
        return house.get(PurchaseService.class)
                .buy(new BuyCredits(customer.id(), Ids.mint(Ids.PURCHASE), Money.of("5.00"), "mem_test", true));
    }
}
