package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessReason;
import billing.domain.account.AccountStatus;
import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.money.Money;
import billing.domain.payment.PaymentMethod;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.closing.ClosingPreview;
import billing.ejb.closing.ClosingPreview.Obstacle;
import billing.ejb.closing.ClosingService;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.recharge.AuthorizationService;
import billing.ejb.sandbox.FaultKind;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to invoices from their due day on. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class CollectionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final House house;

    CollectionTest(House house) {
        this.house = house;
    }

    @Test
    void an_invoice_is_charged_once_on_the_3rd_at_six_and_nothing_before() {
        Debtor debtor = Debtor.owing(house);
        assertEquals(
                LocalTime.of(6, 0),
                debtor.invoice().dueAt().atZone(ZoneOffset.UTC).toLocalTime());
        assertEquals(3, debtor.invoice().dueAt().atZone(ZoneOffset.UTC).getDayOfMonth());
        debtor.waitsUntilDueAnd(MINUTE.negated());
        assertEquals(List.of(), debtor.payments());
        debtor.waitsUntilDueAnd(MINUTE);
        assertEquals(List.of("30.00 SUCCEEDED"), debtor.payments());
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertTrue(debtor.invoice().paidAt() != null);
        assertEquals("0.00", debtor.owes());
        debtor.waitsUntilDueAnd(DAY.multipliedBy(12));
        assertEquals(List.of("30.00 SUCCEEDED"), debtor.payments());
        assertEquals(List.of("INVOICE_ISSUED", "INVOICE_PAID"), debtor.mails());
        assertEquals(AccessReason.OK, debtor.access());
        debtor.booksMatchTheGateway();
    }

    @Test
    void a_payment_of_an_invoice_is_no_purchase_of_credits() {
        Debtor debtor = Debtor.owing(house).waitsUntilDueAnd(MINUTE);
        assertEquals("0.00", debtor.customer().available());
        assertEquals(
                List.of("5.00"),
                house.get(PurchaseService.class).list(debtor.id(), null, 50).items().stream()
                        .map(purchase -> purchase.amount().toString())
                        .toList());
    }

    @Test
    void credits_that_are_bought_after_the_issue_never_pay_it() {
        Debtor debtor = Debtor.owing(house);
        debtor.customer().buys("50.00");
        assertEquals("50.00", debtor.customer().available());
        assertEquals("30.00", debtor.owes());
        debtor.waitsUntilDueAnd(MINUTE);
        assertEquals("50.00", debtor.customer().available());
        assertEquals(List.of("30.00 SUCCEEDED"), debtor.payments());
        debtor.booksMatchTheGateway();
    }

    @Test
    void four_declines_suspend_on_the_10th_and_paying_restores_access_at_once() {
        Debtor debtor = Debtor.owing(house);
        debtor.adds("pm_card_chargeCustomerFail");
        debtor.waitsUntilDueAnd(MINUTE);
        assertEquals(InvoiceStatus.PAST_DUE, debtor.invoice().status());
        assertEquals(AccessReason.OK, withCredits(debtor));
        String text = debtor.mail("PAYMENT_FAILED").text();
        assertTrue(text.contains("We try again on ") && text.contains("access stops"), text);
        debtor.waitsUntilDueAnd(DAY.multipliedBy(7).minus(MINUTE));
        assertEquals(AccessReason.OK, debtor.access());
        debtor.waitsUntilDueAnd(DAY.multipliedBy(7).plus(MINUTE));
        assertEquals(
                List.of(Duration.ZERO, DAY.multipliedBy(3), DAY.multipliedBy(5), DAY.multipliedBy(7)), debtor.days());
        assertEquals(AccessReason.PAST_DUE, debtor.access());
        assertTrue(debtor.invoice().suspends(), "its page tells");
        debtor.waitsUntilDueAnd(DAY.multipliedBy(20));
        assertEquals(4, debtor.payments().size());
        assertEquals(
                List.of(
                        "INVOICE_ISSUED",
                        "PAYMENT_FAILED",
                        "PAYMENT_FAILED",
                        "PAYMENT_FAILED",
                        "PAYMENT_FAILED",
                        "PAST_DUE"),
                debtor.mails());
        PaymentMethod good = debtor.adds("pm_card_mastercard");
        assertEquals(PurchaseStatus.SUCCEEDED, debtor.pays(good.id()).status());
        assertEquals(AccessReason.OK, debtor.access());
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals("0.00", debtor.owes());
        debtor.booksMatchTheGateway();
    }

    private AccessReason withCredits(Debtor debtor) {
        debtor.customer().isGiven("40.00");
        return debtor.access();
    }

    @Test
    void one_of_two_suspending_invoices_is_not_enough_to_pay() {
        Debtor debtor = Debtor.owing(house);
        debtor.adds("pm_card_chargeCustomerFail");
        debtor.uses("20");
        String first = debtor.number();
        debtor.monthEnds().waitsUntilDueAnd(DAY.multipliedBy(8));
        assertEquals("50.00", debtor.owes());
        assertEquals(AccessReason.PAST_DUE, debtor.access());
        PaymentMethod good = debtor.adds("pm_card_visa");
        debtor.pays(good.id());
        assertEquals(AccessReason.PAST_DUE, debtor.access());
        house.get(InvoicePaymentService.class).pay(new PayInvoice(first, "pur_second", null, "mem_owner"));
        assertEquals(AccessReason.OK, withCredits(debtor));
        assertEquals("0.00", debtor.owes());
        debtor.booksMatchTheGateway();
    }

    @Test
    void who_deletes_an_account_gets_its_final_invoice_at_once_and_is_gone_when_it_is_paid() {
        Debtor debtor = Debtor.owing(house);
        assertEquals(List.of(Obstacle.MONEY_OWED), deletes(debtor).obstacles());
        debtor.pays();
        debtor.uses("12");
        ClosingPreview said = house.get(ClosingService.class).preview(debtor.id());
        assertEquals(said, deletes(debtor));
        assertEquals(List.of(), said.obstacles());
        assertEquals(Money.of("12.00"), said.finalInvoice());
        assertEquals(AccountStatus.CLOSING, debtor.customer().account().status());
        assertEquals(AccessReason.CLOSED, debtor.access());
        Invoice last = debtor.invoice();
        assertEquals(InvoiceStatus.ISSUED, last.status());
        assertEquals(YearMonth.from(house.now().atZone(ZoneOffset.UTC)), last.month());
        assertEquals("12.00", last.open().toString());
        debtor.uses("3");
        assertEquals("12.00", debtor.owes(), "what comes later is the house's loss");
        house.wait(MINUTE.multipliedBy(3));
        debtor.adds("pm_card_mastercard");
        assertEquals(PurchaseStatus.SUCCEEDED, debtor.pays().status());
        assertEquals(AccountStatus.CLOSING, debtor.customer().account().status(), "who paid is shown that it is paid");
        house.wait(MINUTE.multipliedBy(3));
        assertEquals(AccountStatus.CLOSED, debtor.customer().account().status());
        assertEquals(2, debtor.invoices().size());
        assertEquals("0.00", debtor.owes());
        debtor.booksMatchTheGateway();
    }

    private ClosingPreview deletes(Debtor debtor) {
        return house.get(ClosingService.class).close(debtor.id(), "mem_owner");
    }

    @Test
    void without_a_payment_method_that_can_be_charged_it_counts_as_declined() {
        Debtor debtor = Debtor.owing(house);
        house.tamper("UPDATE billing_account SET default_method = NULL WHERE id = ?", debtor.id());
        debtor.waitsUntilDueAnd(MINUTE);
        assertEquals(InvoiceStatus.PAST_DUE, debtor.invoice().status());
        assertTrue(debtor.mail("PAYMENT_FAILED").text().contains("no payment method"));
        debtor.waitsUntilDueAnd(DAY.multipliedBy(8));
        assertEquals(List.of(), debtor.payments());
        assertEquals(
                List.of(
                        "INVOICE_ISSUED",
                        "PAYMENT_FAILED",
                        "PAYMENT_FAILED",
                        "PAYMENT_FAILED",
                        "PAYMENT_FAILED",
                        "PAST_DUE"),
                debtor.mails());
        assertEquals(AccessReason.PAST_DUE, debtor.access());
    }

    @Test
    void a_bank_that_wants_the_owner_is_reached_by_a_link() {
        Debtor debtor = Debtor.owing(house);
        debtor.adds("pm_card_authenticationRequired");
        debtor.waitsUntilDueAnd(MINUTE);
        assertEquals(List.of("30.00 ACTION_REQUIRED"), debtor.payments());
        assertEquals(InvoiceStatus.ISSUED, debtor.invoice().status());
        String link = debtor.mail("AUTHORIZATION_NEEDED").links().get(0);
        assertTrue(debtor.mail("AUTHORIZATION_NEEDED").text().contains(debtor.number()));
        URI bank = house.get(AuthorizationService.class)
                .begin(link.substring(link.lastIndexOf('/') + 1))
                .orElseThrow();
        assertEquals(bank, debtor.newestPayment().actionUrl().orElseThrow());
        debtor.customer().decidesAtTheBank(debtor.newestPayment(), true);
        assertEquals(List.of("30.00 SUCCEEDED"), debtor.payments());
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        debtor.booksMatchTheGateway();
    }

    @Test
    void what_nobody_approves_in_a_day_counts_as_declined() {
        Debtor debtor = Debtor.owing(house);
        debtor.adds("pm_card_authenticationRequired");
        debtor.waitsUntilDueAnd(DAY.plus(MINUTE));
        assertEquals(List.of("30.00 EXPIRED"), debtor.payments());
        assertEquals(InvoiceStatus.PAST_DUE, debtor.invoice().status());
        assertEquals(List.of("INVOICE_ISSUED", "AUTHORIZATION_NEEDED", "PAYMENT_FAILED"), debtor.mails());
        debtor.waitsUntilDueAnd(DAY.multipliedBy(7).plus(MINUTE));
        assertEquals(
                List.of(Duration.ZERO, DAY.multipliedBy(3), DAY.multipliedBy(5), DAY.multipliedBy(7)), debtor.days());
        assertEquals(AccessReason.PAST_DUE, debtor.access());
    }

    @Test
    void a_bank_debit_under_way_keeps_an_invoice_from_being_past_due() {
        Debtor debtor = Debtor.owing(house);
        debtor.adds("pm_card_chargeCustomerFail");
        debtor.customer().isGiven("40.00");
        debtor.waitsUntilDueAnd(DAY.multipliedBy(6));
        PaymentMethod bank = debtor.adds("pm_usBankAccount_success");
        assertEquals(PurchaseStatus.PROCESSING, debtor.pays(bank.id()).status());
        debtor.waitsUntilDueAnd(DAY.multipliedBy(9));
        assertEquals(AccessReason.OK, debtor.access());
        debtor.waitsUntilDueAnd(DAY.multipliedBy(11));
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals(AccessReason.OK, debtor.access());
        assertEquals(1, debtor.chargesThatSucceeded("30.00"));
        debtor.booksMatchTheGateway();
    }

    @Test
    void a_bank_debit_that_fails_after_the_grace_days_suspends_then() {
        Debtor debtor = Debtor.owing(house);
        debtor.adds("pm_card_chargeCustomerFail");
        debtor.customer().isGiven("40.00");
        debtor.waitsUntilDueAnd(DAY.multipliedBy(6));
        PaymentMethod bank = debtor.adds("pm_usBankAccount_insufficientFunds");
        debtor.pays(bank.id());
        debtor.waitsUntilDueAnd(DAY.multipliedBy(9));
        assertEquals(AccessReason.OK, debtor.access());
        debtor.waitsUntilDueAnd(DAY.multipliedBy(12));
        assertEquals(AccessReason.PAST_DUE, debtor.access());
        assertEquals("PAST_DUE", debtor.mails().get(debtor.mails().size() - 1));
    }

    @Test
    void an_outage_of_the_gateway_is_not_counted() {
        Debtor debtor = Debtor.owing(house);
        debtor.customer().meets(FaultKind.SERVER_ERROR);
        debtor.waitsUntilDueAnd(Duration.ofHours(1));
        assertEquals(List.of("30.00 FAILED", "30.00 SUCCEEDED"), debtor.payments());
        assertEquals(List.of("INVOICE_ISSUED", "INVOICE_PAID"), debtor.mails());
        debtor.booksMatchTheGateway();
    }

    @Test
    void an_answer_that_got_lost_is_asked_for_again_and_charged_once() {
        Debtor debtor = Debtor.owing(house);
        debtor.customer().meets(FaultKind.TIMEOUT_AFTER_CHARGE).meets(FaultKind.WEBHOOK_LOST);
        debtor.waitsUntilDueAnd(Duration.ofMinutes(20));
        assertEquals(List.of("30.00 SUCCEEDED"), debtor.payments());
        assertEquals(1, debtor.chargesThatSucceeded("30.00"));
        debtor.booksMatchTheGateway();
    }

    @Test
    void a_contract_is_charged_after_its_net_days() {
        Debtor debtor = Debtor.owing(house, new BillingTerms(TermsType.CONTRACT, null, Money.of("500.00"), 30, null));
        assertEquals(
                30,
                Duration.between(debtor.invoice().issuedAt(), debtor.invoice().dueAt())
                        .plusHours(18)
                        .toDays());
        // issued in February, it is due after the next one is issued
        String number = debtor.number();
        debtor.waitsUntilDueAnd(MINUTE.negated());
        assertEquals(List.of(), house.get(InvoicePaymentService.class).payments(number));
        house.wait(MINUTE.multipliedBy(2));
        assertEquals(
                List.of(PurchaseStatus.SUCCEEDED),
                house.get(InvoicePaymentService.class).payments(number).stream()
                        .map(CreditPurchase::status)
                        .toList());
        debtor.booksMatchTheGateway();
    }

    @Test
    void days_on_which_nobody_was_there_are_not_made_up_for() {
        Debtor debtor = Debtor.owing(house);
        debtor.adds("pm_card_chargeCustomerFail");
        house.sleeps(Duration.between(house.now(), debtor.invoice().dueAt().plus(DAY.multipliedBy(6))));
        house.runsDueWork();
        house.wait(MINUTE);
        assertEquals(1, debtor.payments().size());
        debtor.waitsUntilDueAnd(DAY.multipliedBy(9));
        assertEquals(2, debtor.payments().size());
        assertEquals(AccessReason.PAST_DUE, debtor.access());
    }
}
