package billing.ejb.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.access.HoldTerms;
import billing.domain.access.OnExpiry;
import billing.domain.id.Ids;
import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import billing.ejb.access.HoldService;
import billing.ejb.access.TakeHold;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import billing.ejb.notice.NoticeService;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Free credits that expire. */
@InEachHouse
class ExpiryTest {
    private final House house;
    private final Customer customer;

    ExpiryTest(House house) {
        this.house = house;
        this.customer = house.customerWith("pm_card_visa");
        customer.buys("10.00");
    }

    private void isGiven(String amount, int days) {
        customer.isGiven(amount, Ids.mint(Ids.GRANT), house.now().plus(Duration.ofDays(days)));
    }

    private List<String> expired() {
        return customer.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.EXPIRY)
                .map(entry -> entry.amount().toString())
                .toList();
    }

    private long warnings() {
        return house.get(NoticeService.class).sentAbout(customer.id(), null, 100).items().stream()
                .filter(mail -> mail.kind().equals("CREDITS_EXPIRING"))
                .count();
    }

    @Test
    void what_is_left_expires_at_its_time_after_three_warnings() {
        isGiven("5.00", 45);
        customer.spends("1.50");
        house.wait(Duration.ofDays(14));
        assertEquals(0, warnings());
        house.wait(Duration.ofDays(2));
        assertEquals(1, warnings());
        house.wait(Duration.ofDays(28));
        assertEquals(3, warnings());
        assertEquals("13.50", customer.available());
        house.wait(Duration.ofDays(1));
        assertEquals("10.00", customer.available());
        house.wait(Duration.ofDays(90));
        assertEquals(List.of("3.50"), expired());
        assertEquals(3, warnings());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void what_is_used_up_neither_warns_nor_expires() {
        isGiven("5.00", 45);
        customer.spends("6.00");
        house.wait(Duration.ofDays(60));
        assertEquals(0, warnings());
        assertEquals(List.of(), expired());
        assertEquals("9.00", customer.available());
    }

    @Test
    void what_an_open_hold_covers_goes_when_the_hold_ends() {
        isGiven("5.00", 1);
        HoldTerms terms = new HoldTerms(
                customer.id(),
                Money.of("12.00"),
                Product.FINE_TUNING,
                null,
                Labels.NONE,
                Duration.ofDays(3),
                OnExpiry.RELEASE);
        String hold = Ids.mint(Ids.HOLD);
        house.get(HoldService.class).take(new TakeHold(hold, terms, "key_platform"));
        house.wait(Duration.ofHours(25));
        assertEquals(List.of("3.00"), expired());
        assertEquals("0.00", customer.available());
        house.get(HoldService.class).release(hold, "req_1", "key_platform");
        house.wait(Duration.ofMinutes(2));
        assertEquals(List.of("2.00", "3.00"), expired());
        assertEquals("10.00", customer.available());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void two_nodes_that_were_away_for_long_expire_it_once_and_warn_no_more() {
        isGiven("5.00", 45);
        house.sleeps(Duration.ofDays(60));
        Together.all(4, () -> {
            house.runsDueWork();
            return true;
        });
        assertEquals(List.of("5.00"), expired());
        assertEquals(0, warnings());
        assertEquals(Set.of(), customer.findings());
    }
}
