package billing.ejb.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.payment.PaymentMethod;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.account.ContactService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.sandbox.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What happens to an account and its money is told. */
@InEachHouse
class MailedCausesTest {
    private final House house;

    MailedCausesTest(House house) {
        this.house = house;
    }

    /** Oldest first. */
    private List<SentMail> mails(Customer customer) {
        List<SentMail> newestFirst = house.get(NoticeService.class)
                .sentAbout(customer.id(), null, 100)
                .items();
        return newestFirst.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    private List<String> kinds(Customer customer) {
        return mails(customer).stream().map(SentMail::kind).toList();
    }

    private SentMail last(Customer customer) {
        List<SentMail> all = mails(customer);
        return all.get(all.size() - 1);
    }

    @Test
    void a_new_account_is_welcomed() {
        Customer customer = house.customer();
        assertEquals(List.of("WELCOME"), kinds(customer));
        assertTrue(last(customer).links().get(0).endsWith("/settings/billing"));
    }

    @Test
    void a_purchase_has_one_receipt_however_often_its_success_is_heard_of() {
        Customer customer = house.customerWith("pm_card_visa");
        house.get(ContactService.class).add(customer.id(), "books@example.com", "mem_owner");
        CreditPurchase purchase = customer.buys("25.00");
        house.get(PurchaseService.class).refresh(purchase.id());
        house.noticesHaveArrived();
        assertEquals(List.of("WELCOME", "RECEIPT", "RECEIPT"), kinds(customer));
        SentMail receipt = last(customer);
        assertTrue(receipt.text().contains("Visa ending in 4242 was charged $25.00."), receipt.text());
        assertTrue(receipt.links().get(0).endsWith("/purchases/" + purchase.id() + "/receipt"), receipt.toString());
        assertEquals(
                "acme@example.com books@example.com",
                mails(customer).stream()
                        .filter(mail -> mail.kind().equals("RECEIPT"))
                        .map(SentMail::to)
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void a_purchase_whose_answer_is_lost_has_its_receipt_when_the_outcome_is_known() {
        Customer customer = house.customerWith("pm_card_visa").meets(FaultKind.TIMEOUT_AFTER_CHARGE);
        customer.buys("25.00");
        house.wait(Duration.ofMinutes(20));
        assertEquals(List.of("WELCOME", "RECEIPT"), kinds(customer));
    }

    @Test
    void a_declined_purchase_has_none() {
        Customer customer = house.customerWith("pm_card_chargeCustomerFail");
        customer.buys("25.00");
        assertEquals(List.of("WELCOME"), kinds(customer));
    }

    private void expires(PaymentMethod method, YearMonth last) {
        house.tamper(
                "UPDATE payment_method SET exp_year = ?, exp_month = ?, expiry_check_at = TIMESTAMP '1970-01-01 00:00:00'"
                        + " WHERE id = ?",
                last.getYear(),
                last.getMonthValue(),
                method.id());
    }

    private YearMonth thisMonth() {
        return YearMonth.from(house.now().atZone(ZoneOffset.UTC));
    }

    @Test
    void an_expiring_default_card_is_told_once_thirty_days_before() {
        Customer customer = house.customer();
        PaymentMethod card = customer.adds("pm_card_visa");
        YearMonth last = thisMonth().plusMonths(3);
        expires(card, last);
        Instant end = last.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        house.wait(Duration.between(house.now(), end).minusDays(30).minusHours(1));
        assertEquals(List.of("WELCOME"), kinds(customer));
        house.wait(Duration.ofHours(2));
        assertEquals(List.of("WELCOME", "CARD_EXPIRING"), kinds(customer));
        assertTrue(
                last(customer).subject().contains("Visa ending in 4242"),
                last(customer).subject());
        house.wait(Duration.ofDays(40));
        assertEquals(List.of("WELCOME", "CARD_EXPIRING"), kinds(customer));
    }

    @Test
    void another_card_is_told_when_it_becomes_the_default_in_its_last_days() {
        Customer customer = house.customer();
        PaymentMethod other = customer.adds("pm_card_visa");
        customer.adds("pm_card_mastercard");
        YearMonth last = YearMonth.from(house.now().plus(Duration.ofDays(3)).atZone(ZoneOffset.UTC));
        expires(other, last);
        Instant end = last.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        house.wait(Duration.between(house.now(), end).minusDays(2));
        assertEquals(List.of("WELCOME"), kinds(customer));
        house.get(PaymentMethodService.class).makeDefault(customer.id(), other.id());
        house.wait(Duration.ofDays(1));
        assertEquals(List.of("WELCOME", "CARD_EXPIRING"), kinds(customer));
    }

    @Test
    void a_bank_account_never_expires() {
        Customer customer = house.customerWith("pm_usBankAccount_success");
        house.wait(Duration.ofDays(1));
        assertEquals(List.of("WELCOME"), kinds(customer));
    }

    @Test
    void a_deleted_account_is_told_last_at_its_addresses_and_its_mails_forget_them() {
        Customer customer = house.customerWith("pm_card_visa");
        house.get(ContactService.class).add(customer.id(), "books@example.com", "mem_owner");
        customer.buys("25.00");
        customer.isGiven("3.00");
        customer.spends("4.00");
        house.get(ClosingService.class).close(customer.id(), "mem_owner");
        List<SentMail> mails = mails(customer);
        assertEquals(List.of("WELCOME", "RECEIPT", "RECEIPT", "ACCOUNT_CLOSED", "ACCOUNT_CLOSED"), kinds(customer));
        assertTrue(
                last(customer).text().contains("paid: $24.00."), last(customer).text());
        assertEquals(
                List.of("", "", "", "acme@example.com", "books@example.com"),
                mails.stream().map(SentMail::to).toList());
        assertTrue(mails.get(1).links().isEmpty());
        assertEquals(List.of(), house.get(ContactService.class).list(customer.id()));
    }
}
