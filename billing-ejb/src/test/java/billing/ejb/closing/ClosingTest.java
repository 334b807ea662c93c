package billing.ejb.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessReason;
import billing.domain.account.AccountStatus;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.Refusal;
import billing.ejb.access.AccessService;
import billing.ejb.account.ApiKeyService;
import billing.ejb.account.NewKey;
import billing.ejb.closing.ClosingPreview.Obstacle;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.purchase.RefundCredits;
import billing.ejb.purchase.RefundResult;
import billing.ejb.purchase.RefundService;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deleting an account. */
@InEachHouse
class ClosingTest {
    private final House house;

    ClosingTest(House house) {
        this.house = house;
    }

    private ClosingPreview preview(Customer customer) {
        return house.get(ClosingService.class).preview(customer.id());
    }

    private ClosingPreview closes(Customer customer) {
        return house.get(ClosingService.class).close(customer.id(), "mem_owner");
    }

    @Test
    void unspent_credits_go_back_free_ones_lapse_and_the_page_said_so_before() {
        Customer customer = house.customerWith("pm_card_visa");
        CreditPurchase purchase = customer.buys("25.00");
        customer.isGiven("3.00");
        customer.spends("5.000000001");
        ClosingPreview said = preview(customer);
        assertEquals(said, closes(customer));
        assertEquals(Money.of("22.99"), said.refunded());
        assertEquals(Money.of("0.009999999"), said.lapsing());
        assertEquals(AccountStatus.CLOSED, customer.account().status());
        assertEquals("0.00", customer.available());
        assertEquals(
                PurchaseStatus.PARTIALLY_REFUNDED,
                customer.purchase(purchase.id()).status());
        customer.booksMatchTheGateway();
    }

    @Test
    void a_closed_account_is_forgotten_and_nothing_can_be_done_with_it() {
        Customer customer = house.customerWith("pm_card_visa");
        NewKey key = house.get(ApiKeyService.class).create(customer.id(), "theirs", "mem_owner");
        customer.buys("25.00");
        assertTrue(closes(customer).isPossible());
        assertTrue(customer.account().email().endsWith("@invalid"));
        assertEquals(List.of(), house.get(PaymentMethodService.class).onFile(customer.id()));
        assertTrue(house.get(ApiKeyService.class).authenticate(key.secret()).isEmpty());
        assertEquals(Refusal.ACCOUNT_CLOSED, customer.isRefused("25.00", Ids.mint(Ids.PURCHASE)));
        assertEquals(
                AccessReason.CLOSED,
                house.get(AccessService.class)
                        .decide(customer.id())
                        .orElseThrow()
                        .reason());
        assertEquals(List.of(Obstacle.ALREADY_CLOSED), closes(customer).obstacles());
    }

    @Test
    void an_open_purchase_stands_in_the_way_and_nothing_happens() {
        Customer customer = house.customerWith("pm_card_authenticationRequired");
        customer.buys("25.00");
        assertEquals(List.of(Obstacle.PURCHASE_OPEN), closes(customer).obstacles());
        assertEquals(AccountStatus.ACTIVE, customer.account().status());
    }

    @Test
    void debt_that_is_too_little_to_be_charged_is_written_off() {
        Customer customer = house.customerWith("pm_card_visa");
        customer.buys("5.00");
        customer.spends("5.49");
        assertEquals(List.of(), closes(customer).obstacles());
        assertEquals("0.00", customer.balance().settled().toString());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void debt_stands_in_the_way() {
        Customer customer = house.customerWith("pm_card_visa");
        customer.buys("5.00");
        customer.spends("7.00");
        ClosingPreview refused = closes(customer);
        assertEquals(List.of(Obstacle.MONEY_OWED), refused.obstacles());
        assertEquals(Money.of("2.00"), refused.owed());
    }

    private SentMail newestMail(Customer customer) {
        return house.get(NoticeService.class)
                .sentAbout(customer.id(), null, 1)
                .items()
                .get(0);
    }

    private RefundResult isPaidByHand(Customer customer, CreditPurchase purchase, String amount) {
        return house.get(RefundService.class)
                .payByHand(new RefundCredits(
                        purchase.id(), Ids.mint(Ids.REFUND), Money.of(amount), "bank transfer 4711", "opr_test"));
    }

    private List<String> desk() {
        return house.get(PurchaseService.class).onDesk(1_000).stream()
                .map(CreditPurchase::id)
                .toList();
    }

    @Test
    void what_the_bank_sends_back_after_the_deletion_is_told_to_who_had_the_account_and_paid_by_an_operator() {
        Customer customer = house.customerWith("pm_card_refundFail");
        String address = customer.account().email();
        CreditPurchase purchase = customer.buys("25.00");
        assertTrue(closes(customer).isPossible());
        assertEquals(AccountStatus.CLOSED, customer.account().status());
        assertFalse(desk().contains(purchase.id()));
        house.wait(Duration.ofDays(15));
        SentMail mail = newestMail(customer);
        assertEquals("REFUND_RETURNED " + address, mail.kind() + " " + mail.to());
        assertTrue(
                mail.text().contains("$25.00")
                        && mail.text().contains(customer.id().toString()),
                mail.text());
        assertEquals("25.00", customer.available());
        assertTrue(desk().contains(purchase.id()));
        assertEquals(Set.of(), customer.findings());
        assertInstanceOf(RefundResult.Accepted.class, isPaidByHand(customer, purchase, "25.00"));
        assertEquals("0.00", customer.available());
        assertEquals(PurchaseStatus.REFUNDED, customer.purchase(purchase.id()).status());
        assertFalse(desk().contains(purchase.id()));
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void a_deletion_whose_refund_fails_waits_until_it_is_paid_by_hand() {
        Customer customer = house.customerWith("pm_card_visa");
        CreditPurchase purchase = customer.buys("25.00");
        house.line().cut();
        assertTrue(closes(customer).isPossible());
        house.wait(Duration.ofHours(26));
        house.line().mend();
        house.wait(Duration.ofHours(13));
        assertEquals(AccountStatus.CLOSING, customer.account().status());
        assertEquals("REFUND_RETURNED", newestMail(customer).kind());
        assertEquals("25.00", customer.available());
        assertEquals(Set.of(), customer.findings());
        assertInstanceOf(RefundResult.Accepted.class, isPaidByHand(customer, purchase, "25.00"));
        house.wait(Duration.ofHours(2));
        assertEquals(AccountStatus.CLOSED, customer.account().status());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void nothing_is_paid_by_hand_that_the_gateway_can_pay_back() {
        Customer customer = house.customerWith("pm_card_visa");
        CreditPurchase purchase = customer.buys("25.00");
        assertEquals(new RefundResult.Refused(Refusal.NOT_RETURNED), isPaidByHand(customer, purchase, "25.00"));
        assertEquals("25.00", customer.available());
    }

    @Test
    void what_the_gateway_interrupted_goes_on_by_itself() {
        Customer customer = house.customerWith("pm_card_visa");
        customer.buys("25.00");
        house.line().cut();
        assertTrue(closes(customer).isPossible());
        assertEquals(AccountStatus.CLOSING, customer.account().status());
        assertEquals(Refusal.ACCOUNT_CLOSED, customer.isRefused("25.00", Ids.mint(Ids.PURCHASE)));
        house.line().mend();
        house.wait(Duration.ofMinutes(20));
        house.runsDueWork();
        house.wait(Duration.ofMinutes(2));
        house.runsDueWork();
        assertEquals(AccountStatus.CLOSED, customer.account().status());
        customer.booksMatchTheGateway();
    }
}
