package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.Ids;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.payment.PaymentMethod;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.house.Together;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.sandbox.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Paying an invoice by hand. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class PayNowTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final House house;

    PayNowTest(House house) {
        this.house = house;
    }

    private static PayResult refused(PayRefusal reason) {
        return new PayResult.Refused(reason);
    }

    @Test
    void an_invoice_is_paid_before_its_day_and_not_charged_again_then() {
        Debtor debtor = Debtor.owing(house);
        assertEquals(PurchaseStatus.SUCCEEDED, debtor.pays().status());
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals("0.00", debtor.owes());
        debtor.waitsUntilDueAnd(Duration.ofDays(8));
        assertEquals(List.of("30.00 SUCCEEDED"), debtor.payments());
        assertEquals(List.of("INVOICE_ISSUED", "INVOICE_PAID"), debtor.mails());
        assertEquals(refused(PayRefusal.ALREADY_PAID), debtor.triesToPay(null, Ids.mint(Ids.PURCHASE)));
        debtor.booksMatchTheGateway();
    }

    @Test
    void the_same_request_is_the_same_payment_for_ever() {
        Debtor debtor = Debtor.owing(house);
        PaymentMethod bad = debtor.adds("pm_card_chargeCustomerFail");
        String request = Ids.mint(Ids.PURCHASE);
        CreditPurchase declined = debtor.pays(bad.id(), request);
        assertEquals(PurchaseStatus.FAILED, declined.status());
        assertEquals(declined.id(), debtor.pays(bad.id(), request).id());
        assertEquals(refused(PayRefusal.KEY_REUSED), debtor.triesToPay(null, request));
        assertEquals(1, debtor.payments().size());
        assertEquals(InvoiceStatus.ISSUED, debtor.invoice().status());
        assertEquals(List.of("INVOICE_ISSUED"), debtor.mails());
    }

    @Test
    void a_request_that_found_a_payment_under_way_never_makes_another() {
        Debtor debtor = Debtor.owing(house);
        PaymentMethod bank = debtor.adds("pm_usBankAccount_insufficientFunds");
        CreditPurchase debit = debtor.pays(bank.id());
        String late = Ids.mint(Ids.PURCHASE);
        assertEquals(debit.id(), debtor.pays(bank.id(), late).id());
        debtor.waitsUntilDueAnd(Duration.ofDays(7).plus(MINUTE));
        int before = debtor.payments().size();
        assertEquals(debit.id(), debtor.pays(bank.id(), late).id());
        assertEquals(before, debtor.payments().size());
    }

    @Test
    void methods_that_are_not_there_are_refused() {
        PaymentMethod foreign = Debtor.owing(house).adds("pm_card_visa");
        Debtor debtor = Debtor.owing(house);
        assertEquals(refused(PayRefusal.NO_SUCH_METHOD), debtor.triesToPay(foreign.id(), Ids.mint(Ids.PURCHASE)));
        assertEquals(List.of(), debtor.payments());
    }

    @Test
    void a_payment_that_waits_for_the_owner_gives_way_to_another_and_is_cancelled() {
        Debtor debtor = Debtor.owing(house);
        PaymentMethod strict = debtor.adds("pm_card_authenticationRequired");
        CreditPurchase waiting = debtor.pays(strict.id());
        assertEquals(PurchaseStatus.ACTION_REQUIRED, waiting.status());
        assertFalse(house.get(PurchaseService.class).isBuying(debtor.id()), "it buys no credits");
        PaymentMethod good = debtor.adds("pm_card_visa");
        assertEquals(PurchaseStatus.SUCCEEDED, debtor.pays(good.id()).status());
        assertEquals(List.of("30.00 EXPIRED", "30.00 SUCCEEDED"), debtor.payments());
        assertTrue(debtor.customer().purchase(waiting.id()).isGivenUp(), "its link says that it was replaced");
        assertTrue(debtor.customer().charges().stream()
                .noneMatch(charge -> charge.status().equals("REQUIRES_ACTION")));
        assertEquals(List.of("INVOICE_ISSUED", "INVOICE_PAID"), debtor.mails());
        debtor.booksMatchTheGateway();
    }

    @Test
    void a_link_that_waits_gives_way_too_and_is_no_decline() {
        Debtor debtor = Debtor.owing(house);
        debtor.adds("pm_card_authenticationRequired");
        debtor.waitsUntilDueAnd(MINUTE);
        PaymentMethod good = debtor.adds("pm_card_visa");
        debtor.pays(good.id());
        assertEquals(List.of("30.00 EXPIRED", "30.00 SUCCEEDED"), debtor.payments());
        assertEquals(List.of("INVOICE_ISSUED", "AUTHORIZATION_NEEDED", "INVOICE_PAID"), debtor.mails());
    }

    @Test
    void twenty_who_press_at_once_with_the_timer_make_one_charge() {
        Debtor debtor = Debtor.owing(house);
        house.sleeps(Duration.between(house.now(), debtor.invoice().dueAt()));
        Set<String> paid = Together.each(20, i -> () -> {
                    if (i % 4 == 3) {
                        house.runsDueWork();
                        return "";
                    }
                    PayResult result = debtor.triesToPay(null, Ids.mint(Ids.PURCHASE));
                    return result instanceof PayResult.Accepted accepted
                            ? accepted.payment().id()
                            : "";
                })
                .stream()
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        house.wait(MINUTE);
        assertTrue(paid.size() <= 1, paid.toString());
        assertEquals(1, debtor.chargesThatSucceeded("30.00"));
        assertEquals(List.of("30.00 SUCCEEDED"), debtor.payments());
        debtor.booksMatchTheGateway();
    }

    @Test
    void a_crash_between_the_charge_and_its_record_is_repaired_by_the_timer() {
        Debtor debtor = Debtor.owing(house);
        debtor.customer().meets(FaultKind.TIMEOUT_AFTER_CHARGE).meets(FaultKind.WEBHOOK_LOST);
        assertEquals(PurchaseStatus.PROCESSING, debtor.pays().status());
        assertEquals(PurchaseStatus.PROCESSING, debtor.pays().status());
        house.wait(Duration.ofMinutes(15));
        assertEquals(List.of("30.00 SUCCEEDED"), debtor.payments());
        assertEquals(1, debtor.chargesThatSucceeded("30.00"));
        debtor.booksMatchTheGateway();
    }

    @Test
    void a_second_success_that_slips_through_is_paid_back_and_told_to_an_operator() {
        Debtor debtor = Debtor.owing(house);
        PaymentMethod method = debtor.adds("pm_card_visa");
        debtor.pays();
        CreditPurchase second = debtor.isChargedOnceMore(method);
        house.wait(MINUTE);
        CreditPurchase after = debtor.customer().purchase(second.id());
        assertEquals(PurchaseStatus.REFUNDED, after.status());
        assertNotEquals("", after.deskNote().orElse(""));
        assertEquals("0.00", debtor.owes());
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals(1, debtor.chargesThatSucceeded("30.00"));
        assertEquals("0.00", debtor.customer().available());
        debtor.booksMatchTheGateway();
    }

    @Test
    void what_can_not_be_paid_back_becomes_credits() {
        Debtor debtor = Debtor.owing(house);
        PaymentMethod method = debtor.adds("pm_card_refundFail");
        debtor.pays();
        debtor.isChargedOnceMore(method);
        house.wait(Duration.ofDays(1));
        assertEquals("30.00", debtor.customer().available());
        assertEquals("0.00", debtor.owes());
        assertEquals(Set.of(), debtor.customer().findings());
    }
}
