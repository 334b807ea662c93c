package billing.ejb.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.Ids;
import billing.ejb.account.ContactService;
import billing.ejb.account.NewPolicy;
import billing.ejb.account.PolicyChange;
import billing.ejb.account.PolicyResult;
import billing.ejb.account.PolicyService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.house.Together;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes of policy that everybody is told of. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class PolicyTest {
    private final House house;
    private final Customer customer;
    private final Customer gone;
    private final String id = Ids.mint(Ids.POLICY_CHANGE);

    PolicyTest(House house) {
        this.house = house;
        this.customer = house.customer();
        this.gone = house.customer();
        house.tamper("UPDATE billing_account SET status = 'CLOSED' WHERE id = ?", gone.id());
        house.get(ContactService.class).add(customer.id(), "books-" + id + "@example.com", "mem_owner");
    }

    private PolicyResult isAnnounced(Instant effective) {
        return house.get(PolicyService.class)
                .announce(new NewPolicy(
                        id, "New prices for {GPUs}", "They cost more.\n\nSorry.", null, effective, "opr_1"));
    }

    private Instant inTime() {
        return house.now().plus(Duration.ofDays(31)).truncatedTo(ChronoUnit.DAYS);
    }

    private List<SentMail> told(Customer whom) {
        return house.get(NoticeService.class).sentAbout(whom.id(), null, 50).items().stream()
                .filter(mail -> mail.kind().equals("POLICY_CHANGE"))
                .toList();
    }

    private PolicyChange change() {
        return house.get(PolicyService.class).find(id).orElseThrow();
    }

    @Test
    void each_contact_of_each_account_is_told_once_however_many_nodes_tell() {
        isAnnounced(inTime());
        Together.all(4, () -> {
            house.runsDueWork();
            return true;
        });
        house.wait(Duration.ofMinutes(2));
        assertEquals(2, told(customer).size());
        assertTrue(told(customer).get(0).subject().equals("New prices for {GPUs}"));
        assertTrue(told(customer).get(0).text().contains("They cost more.\n\nSorry."));
        assertEquals(List.of(), told(gone));
        assertEquals(change().accounts(), change().told());
        assertTrue(change().doneAt() != null);
    }

    @Test
    void the_same_announcement_again_tells_nobody_again() {
        isAnnounced(inTime());
        house.wait(Duration.ofMinutes(2));
        Customer later = house.customer();
        assertInstanceOf(PolicyResult.Announced.class, isAnnounced(inTime()));
        house.wait(Duration.ofMinutes(2));
        assertEquals(2, told(customer).size());
        assertEquals(List.of(), told(later), "it had no account when it was announced");
    }

    @Test
    void nobody_is_told_of_what_applies_too_soon() {
        assertInstanceOf(PolicyResult.TooSoon.class, isAnnounced(house.now().plus(Duration.ofDays(30))));
        house.wait(Duration.ofMinutes(2));
        assertEquals(List.of(), told(customer));
    }
}
