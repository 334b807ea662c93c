package billing.ejb.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.Ids;
import billing.domain.payment.DeclineCode;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.sandbox.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Charges whose answer never came. */
@InEachHouse
class UnknownOutcomeTest {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final House house;
    private final Customer customer;

    UnknownOutcomeTest(House house) {
        this.house = house;
        this.customer = house.customerWith("pm_card_visa");
    }

    @Test
    void a_charge_that_was_made_but_not_answered_is_repaired_by_the_timer() {
        customer.meets(FaultKind.WEBHOOK_LOST).meets(FaultKind.TIMEOUT_AFTER_CHARGE);
        CreditPurchase purchase = customer.buys("25.00");
        assertEquals(PurchaseStatus.PROCESSING, purchase.status());
        assertEquals("0.00", customer.available());
        house.wait(A_WHILE);
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(purchase.id()).status());
        assertEquals(1, customer.charges().size());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_charge_that_was_made_but_not_answered_is_repaired_by_the_notice() {
        customer.meets(FaultKind.TIMEOUT_AFTER_CHARGE);
        String id = customer.buys("25.00").id();
        house.noticesHaveArrived();
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(id).status());
        assertEquals(1, house.line().charges(id).size());
        customer.booksMatchTheGateway();
    }

    /** Kill Bill 1015. */
    @Test
    void while_the_first_payment_is_unknown_the_same_purchase_is_not_paid_again() {
        customer.meets(FaultKind.WEBHOOK_LOST).meets(FaultKind.TIMEOUT_AFTER_CHARGE);
        String id = Ids.mint(Ids.PURCHASE);
        customer.buys("25.00", id);
        assertEquals(PurchaseStatus.PROCESSING, customer.buys("25.00", id).status());
        house.wait(A_WHILE);
        assertEquals(PurchaseStatus.SUCCEEDED, customer.buys("25.00", id).status());
        assertEquals(1, customer.charges().size());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_charge_that_never_arrived_is_made_once_under_the_same_key() {
        customer.meets(FaultKind.TIMEOUT_BEFORE_CHARGE);
        String id = customer.buys("25.00").id();
        assertEquals(List.of(), customer.charges());
        house.wait(A_WHILE);
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(id).status());
        assertEquals(1, customer.charges().size());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_gateway_that_breaks_before_charging_leaves_a_failed_purchase_and_no_charge() {
        customer.meets(FaultKind.SERVER_ERROR);
        String id = customer.buys("25.00").id();
        house.wait(A_WHILE);
        CreditPurchase purchase = customer.purchase(id);
        assertEquals(PurchaseStatus.FAILED, purchase.status());
        assertEquals(Optional.of(DeclineCode.PROCESSING_ERROR), purchase.failure());
        assertEquals(List.of(), customer.charges());
        assertEquals(PurchaseStatus.SUCCEEDED, customer.buys("25.00").status());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_key_older_than_23_hours_is_looked_up_and_never_sent_again() {
        customer.meets(FaultKind.WEBHOOK_LOST).meets(FaultKind.TIMEOUT_AFTER_CHARGE);
        String id = customer.buys("25.00").id();
        house.sleeps(Duration.ofHours(24));
        house.runsDueWork();
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(id).status());
        assertEquals(1, house.line().charges(id).size());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_key_older_than_23_hours_that_never_arrived_is_a_failed_purchase() {
        customer.meets(FaultKind.TIMEOUT_BEFORE_CHARGE);
        String id = customer.buys("25.00").id();
        house.sleeps(Duration.ofHours(24));
        house.runsDueWork();
        assertEquals(PurchaseStatus.FAILED, customer.purchase(id).status());
        assertEquals(1, house.line().charges(id).size());
        assertEquals(List.of(), customer.charges());
    }

    @Test
    void after_fifteen_minutes_without_the_gateway_an_operator_is_told_and_nothing_is_lost() {
        house.line().cut();
        String id = customer.buys("25.00").id();
        house.wait(Duration.ofMinutes(20));
        assertEquals(PurchaseStatus.PROCESSING, customer.purchase(id).status());
        assertTrue(customer.purchase(id).deskNote().orElseThrow().contains("15 minutes"));
        house.line().mend();
        house.wait(Duration.ofMinutes(10));
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(id).status());
        customer.booksMatchTheGateway();
    }
}
