package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessReason;
import billing.domain.account.AccountStatus;
import billing.domain.id.Ids;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.domain.payment.DisputeStatus;
import billing.domain.payment.GatewayDispute;
import billing.domain.payment.PaymentMethod;
import billing.domain.payment.PaymentOutcome;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.closing.ClosingService;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.purchase.DisputeSteps;
import billing.ejb.sandbox.DisputeAction;
import billing.ejb.sandbox.DisputeResult;
import billing.ejb.sandbox.SandboxGatewayService;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Payments of invoices that their banks ask back. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class DisputedPaymentTest {
    private final House house;

    DisputedPaymentTest(House house) {
        this.house = house;
    }

    private void bank(CreditPurchase payment, DisputeAction action) {
        assertInstanceOf(
                DisputeResult.Done.class, house.get(SandboxGatewayService.class).dispute(payment, action));
    }

    @Test
    void a_payment_that_is_lost_makes_its_invoice_past_due_and_nobody_charges_for_it_again() {
        Debtor debtor = Debtor.owing(house);
        CreditPurchase payment = debtor.pays();
        bank(payment, DisputeAction.OPEN);
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals("0.00", debtor.owes());
        bank(payment, DisputeAction.LOSE);
        assertEquals(InvoiceStatus.PAST_DUE, debtor.invoice().status());
        assertEquals("30.00", debtor.owes());
        assertEquals(List.of("INVOICE_ISSUED", "INVOICE_PAID", "PAYMENT_FAILED"), debtor.mails());
        String mail = debtor.mail("PAYMENT_FAILED").text();
        assertTrue(mail.contains("took back the $30.00") && mail.contains("If it is not paid by"), mail);
        assertEquals(
                PurchaseStatus.DISPUTED,
                debtor.customer().purchase(payment.id()).status());
        debtor.waitsUntilDueAnd(Duration.ofDays(6));
        assertEquals(1, debtor.payments().size());
        assertEquals(PurchaseStatus.SUCCEEDED, debtor.pays().status());
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals("0.00", debtor.owes());
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void a_credit_note_that_came_back_as_credits_does_not_pay_the_invoice_when_the_payment_is_lost() {
        Debtor debtor = Debtor.owing(house);
        CreditPurchase payment = debtor.pays();
        CreditNoteResult note = house.get(CreditNoteService.class)
                .issue(new IssueCreditNote(
                        Ids.mint("req"), debtor.invoice().number(), Money.of("30.00"), "goodwill", "op_test"));
        assertInstanceOf(CreditNoteResult.Issued.class, note);
        bank(payment, DisputeAction.OPEN);
        bank(payment, DisputeAction.LOSE);
        assertEquals("30.00", debtor.owes());
        assertEquals("30.00", debtor.invoice().open().toString());
        assertEquals(PurchaseStatus.SUCCEEDED, debtor.pays().status());
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals("30.00", debtor.customer().balance().free().toString());
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void what_an_invoice_did_not_want_does_not_reopen_it_when_it_is_lost_and_is_no_credits_either() {
        Debtor debtor = Debtor.owing(house);
        PaymentMethod unlucky = debtor.adds("pm_card_refundFail");
        debtor.pays();
        CreditPurchase second = debtor.isChargedOnceMore(unlucky);
        bank(second, DisputeAction.OPEN);
        house.wait(Duration.ofMinutes(20));
        assertEquals("0.00", debtor.customer().available());
        bank(second, DisputeAction.LOSE);
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals("0.00", debtor.owes());
        assertEquals("0.00", debtor.customer().available());
        assertEquals(List.of("INVOICE_ISSUED", "INVOICE_PAID"), debtor.mails());
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void a_payment_that_is_lost_after_the_account_was_deleted_is_the_houses_loss() {
        Debtor debtor = Debtor.owing(house);
        CreditPurchase payment = debtor.pays();
        assertTrue(
                house.get(ClosingService.class).close(debtor.id(), "mem_owner").isPossible());
        bank(payment, DisputeAction.OPEN);
        bank(payment, DisputeAction.LOSE);
        assertEquals("0.00", debtor.owes());
        assertEquals(List.of(), house.get(CollectionRepository.class).open(debtor.id()));
        assertEquals(1, debtor.entries(EntryKind.INVOICE_WRITTEN_OFF));
        assertEquals(Set.of(), debtor.customer().findings());
    }

    /** The bank takes a part of a payment back for good. */
    private void takesBack(Debtor debtor, CreditPurchase payment, String amount) {
        house.get(DisputeSteps.class)
                .settle(
                        payment.id(),
                        new GatewayDispute(
                                "dp_" + debtor.id() + amount,
                                payment.id(),
                                new PaymentOutcome.Succeeded(
                                        payment.paymentRef().orElseThrow()),
                                DisputeStatus.LOST,
                                Money.of(amount),
                                "general",
                                house.now()));
    }

    private static String paidOf(Invoice invoice) {
        return invoice.status() + " " + invoice.open();
    }

    @Test
    void only_what_is_lost_of_a_payment_is_owed_again_and_the_mail_about_access_says_why() {
        Debtor debtor = Debtor.owing(house);
        takesBack(debtor, debtor.pays(), "10.00");
        assertEquals("PAST_DUE 10.00", paidOf(debtor.invoice()));
        assertEquals("10.00", debtor.owes());
        assertTrue(debtor.mail("PAYMENT_FAILED").text().contains("took back $10.00 of what"));
        assertEquals(Set.of(), debtor.customer().findings());
        debtor.waitsUntilDueAnd(Duration.ofDays(7).plusMinutes(1));
        assertEquals(AccessReason.PAST_DUE, debtor.access());
        String mail = debtor.mail("PAST_DUE").text();
        assertTrue(mail.contains("$10.00 is to be paid") && mail.contains("took back"), mail);
        assertEquals(PurchaseStatus.SUCCEEDED, debtor.pays().status());
        assertEquals(List.of("30.00 DISPUTED", "10.00 SUCCEEDED"), debtor.payments());
        assertEquals("PAID 0.00", paidOf(debtor.invoice()));
        assertEquals(AccessReason.OK, debtor.access());
        assertEquals("0.00", debtor.owes());
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void what_two_disputes_take_of_one_payment_adds_up() {
        Debtor debtor = Debtor.owing(house);
        CreditPurchase payment = debtor.pays();
        takesBack(debtor, payment, "10.00");
        takesBack(debtor, payment, "25.00");
        assertEquals("PAST_DUE 30.00", paidOf(debtor.invoice()));
        assertEquals("30.00", debtor.owes());
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void so_little_that_nobody_can_pay_it_is_the_houses_loss() {
        Debtor debtor = Debtor.owing(house);
        takesBack(debtor, debtor.pays(), "0.49");
        assertEquals("PAID 0.00", paidOf(debtor.invoice()));
        assertEquals("0.00", debtor.owes());
        assertEquals(1, debtor.entries(EntryKind.INVOICE_WRITTEN_OFF));
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void a_credit_note_lowers_what_was_lost_and_the_rest_of_it_comes_as_credits() {
        Debtor debtor = Debtor.owing(house);
        takesBack(debtor, debtor.pays(), "10.00");
        assertInstanceOf(CreditNoteResult.Issued.class, credits(debtor, "15.00"));
        assertEquals("PAID 0.00", paidOf(debtor.invoice()));
        assertEquals("0.00", debtor.owes());
        assertEquals("5.00", debtor.customer().balance().free().toString());
        assertEquals(Set.of(), debtor.customer().findings());
    }

    private CreditNoteResult credits(Debtor debtor, String amount) {
        return house.get(CreditNoteService.class)
                .issue(new IssueCreditNote(
                        Ids.mint("req"), debtor.invoice().number(), Money.of(amount), "goodwill", "op_test"));
    }

    @Test
    void no_credit_note_is_issued_while_a_bank_has_to_decide() {
        Debtor debtor = Debtor.owing(house);
        CreditPurchase payment = debtor.pays();
        bank(payment, DisputeAction.OPEN);
        CreditNoteResult.Refused refused = assertInstanceOf(CreditNoteResult.Refused.class, credits(debtor, "10.00"));
        assertEquals(CreditNoteRefusal.INVOICE_DISPUTED, refused.reason());
        assertEquals("0.00", debtor.customer().balance().free().toString());
        bank(payment, DisputeAction.WIN);
        assertInstanceOf(CreditNoteResult.Issued.class, credits(debtor, "10.00"));
        assertEquals("10.00", debtor.customer().balance().free().toString());
    }

    @Test
    void a_deletion_waits_for_a_payment_that_is_lost_meanwhile() {
        Debtor debtor = Debtor.owing(house);
        CreditPurchase payment = debtor.pays();
        debtor.uses("7");
        assertTrue(
                house.get(ClosingService.class).close(debtor.id(), "mem_owner").isPossible());
        bank(payment, DisputeAction.OPEN);
        assertEquals(PurchaseStatus.SUCCEEDED, debtor.pays().status());
        house.wait(Duration.ofMinutes(3));
        assertEquals(AccountStatus.CLOSING, debtor.customer().account().status(), "the bank has not decided");
        bank(payment, DisputeAction.LOSE);
        assertEquals("30.00", debtor.owes());
        String number = debtor.invoices().get(1).number();
        assertEquals("PAST_DUE 30.00", paidOf(debtor.invoices().get(1)));
        assertInstanceOf(
                PayResult.Accepted.class,
                house.get(InvoicePaymentService.class)
                        .pay(new PayInvoice(number, Ids.mint(Ids.PURCHASE), null, "mem_owner")));
        assertEquals("0.00", debtor.owes());
        house.wait(Duration.ofMinutes(3));
        assertEquals(AccountStatus.CLOSED, debtor.customer().account().status());
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void a_payment_that_is_won_stays_one() {
        Debtor debtor = Debtor.owing(house);
        CreditPurchase payment = debtor.pays();
        bank(payment, DisputeAction.OPEN);
        bank(payment, DisputeAction.WIN);
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals(
                PurchaseStatus.SUCCEEDED,
                debtor.customer().purchase(payment.id()).status());
        assertEquals(Set.of(), debtor.customer().findings());
    }
}
