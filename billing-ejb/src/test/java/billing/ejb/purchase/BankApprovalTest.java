package billing.ejb.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.payment.DeclineCode;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.payment.MethodRefusal;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.sandbox.FaultKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Purchases that the customer's bank has a say in. */
@InEachHouse
class BankApprovalTest {
    private final House house;

    BankApprovalTest(House house) {
        this.house = house;
    }

    @Test
    void a_payment_that_is_approved_at_the_bank_is_credited_by_the_notice() {
        Customer customer = house.customerWith("pm_card_authenticationRequired");
        CreditPurchase purchase = customer.buys("25.00");
        assertEquals(PurchaseStatus.ACTION_REQUIRED, purchase.status());
        customer.decidesAtTheBank(purchase, true);
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(purchase.id()).status());
        assertEquals(Optional.empty(), customer.purchase(purchase.id()).actionUrl());
        customer.booksMatchTheGateway();
    }

    @Test
    void an_owner_who_comes_back_from_the_bank_need_not_wait_for_the_notice() {
        Customer customer = house.customerWith("pm_card_authenticationRequired").meets(FaultKind.WEBHOOK_LOST);
        CreditPurchase purchase = customer.buys("25.00");
        customer.meets(FaultKind.WEBHOOK_LOST).decidesAtTheBank(purchase, true);
        house.get(PurchaseService.class).refresh(purchase.id());
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(purchase.id()).status());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_payment_that_is_declined_at_the_bank_has_failed() {
        Customer customer = house.customerWith("pm_card_authenticationRequired");
        CreditPurchase purchase = customer.buys("25.00");
        customer.decidesAtTheBank(purchase, false);
        CreditPurchase after = customer.purchase(purchase.id());
        assertEquals(PurchaseStatus.FAILED, after.status());
        assertEquals(Optional.of(DeclineCode.AUTHENTICATION_FAILED), after.failure());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_payment_that_nobody_approves_expires_after_a_day_and_is_cancelled_at_the_gateway() {
        Customer customer = house.customerWith("pm_card_authenticationRequired");
        CreditPurchase purchase = customer.buys("25.00");
        house.wait(Duration.ofHours(23));
        assertEquals(
                PurchaseStatus.ACTION_REQUIRED, customer.purchase(purchase.id()).status());
        house.wait(Duration.ofHours(2));
        assertEquals(PurchaseStatus.EXPIRED, customer.purchase(purchase.id()).status());
        assertTrue(
                customer.charges().stream().noneMatch(charge -> charge.status().equals("REQUIRES_ACTION")));
        customer.booksMatchTheGateway();
    }

    @Test
    void a_payment_that_is_approved_at_the_last_moment_is_credited_and_not_expired() {
        Customer customer = house.customerWith("pm_card_authenticationRequired").meets(FaultKind.WEBHOOK_LOST);
        CreditPurchase purchase = customer.buys("25.00");
        house.sleeps(Duration.ofHours(24).minusSeconds(1));
        customer.meets(FaultKind.WEBHOOK_LOST).decidesAtTheBank(purchase, true);
        house.wait(Duration.ofMinutes(5));
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(purchase.id()).status());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_card_stays_on_file_while_a_payment_by_it_waits_for_the_bank() {
        Customer customer = house.customerWith("pm_card_authenticationRequired");
        String card = customer.account().defaultMethod().orElseThrow();
        CreditPurchase purchase = customer.buys("25.00");
        PaymentMethodService methods = house.get(PaymentMethodService.class);
        methods.makeDefault(customer.id(), customer.adds("pm_card_visa").id());
        assertEquals(Optional.of(MethodRefusal.PAYMENT_OPEN), methods.remove(customer.id(), card));
        customer.decidesAtTheBank(purchase, true);
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(purchase.id()).status());
        assertEquals(Optional.empty(), methods.remove(customer.id(), card));
    }

    @Test
    void an_owner_can_call_a_payment_off_that_waits_for_the_bank() {
        Customer customer = house.customerWith("pm_card_authenticationRequired");
        CreditPurchase purchase = customer.buys("25.00");
        CreditPurchase after = house.get(PurchaseService.class).callOff(purchase.id());
        assertEquals(PurchaseStatus.EXPIRED, after.status());
        assertTrue(after.isGivenUp());
        assertTrue(
                customer.charges().stream().noneMatch(charge -> charge.status().equals("REQUIRES_ACTION")));
        assertEquals(
                PurchaseStatus.EXPIRED,
                house.get(PurchaseService.class).callOff(purchase.id()).status());
        customer.booksMatchTheGateway();
    }

    @Test
    void what_was_approved_before_it_is_called_off_is_bought() {
        Customer customer = house.customerWith("pm_card_authenticationRequired").meets(FaultKind.WEBHOOK_LOST);
        CreditPurchase purchase = customer.buys("25.00");
        customer.meets(FaultKind.WEBHOOK_LOST).decidesAtTheBank(purchase, true);
        assertEquals(
                PurchaseStatus.SUCCEEDED,
                house.get(PurchaseService.class).callOff(purchase.id()).status());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_bank_debit_is_credited_when_it_settles_after_four_days() {
        Customer customer = house.customerWith("pm_usBankAccount_success");
        CreditPurchase purchase = customer.buys("25.00");
        assertEquals(PurchaseStatus.PROCESSING, purchase.status());
        house.wait(Duration.ofDays(3));
        assertEquals(PurchaseStatus.PROCESSING, customer.purchase(purchase.id()).status());
        assertEquals("0.00", customer.available());
        house.wait(Duration.ofDays(2));
        assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(purchase.id()).status());
        assertEquals(Optional.empty(), customer.purchase(purchase.id()).deskNote());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_bank_debit_of_a_closed_account_fails_and_credits_nothing() {
        Customer customer = house.customerWith("pm_usBankAccount_accountClosed");
        CreditPurchase purchase = customer.buys("25.00");
        house.wait(Duration.ofDays(6));
        assertEquals(PurchaseStatus.FAILED, customer.purchase(purchase.id()).status());
        assertEquals(
                Optional.of(DeclineCode.BANK_ACCOUNT_CLOSED),
                customer.purchase(purchase.id()).failure());
        customer.booksMatchTheGateway();
    }
}
