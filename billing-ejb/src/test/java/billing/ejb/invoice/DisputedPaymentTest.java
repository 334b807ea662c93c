package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.Ids;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.domain.payment.PaymentMethod;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.closing.ClosingService;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
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
