package billing.ejb.access;

import static billing.ejb.access.Holder.accepted;
import static billing.ejb.access.Holder.denied;
import static billing.ejb.access.Holder.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessReason;
import billing.domain.access.Hold;
import billing.domain.access.HoldStatus;
import billing.domain.id.Ids;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds: granted only if they fit, given back once. */
@InEachHouse
class HoldTest {
    private final House house;

    HoldTest(House house) {
        this.house = house;
    }

    @Test
    void a_hold_takes_from_what_is_available_and_a_release_gives_it_back() {
        Holder acme = Holder.with(house, "10.00");
        Hold hold = acme.holds("7.50");
        acme.has("7.50", "2.50");
        assertEquals("INSUFFICIENT_AVAILABLE", denied(acme.triesToHold("2.500000001")));
        assertEquals(HoldStatus.RELEASED, accepted(acme.releases(hold)).status());
        acme.has("0.00", "10.00");
        assertEquals(HoldRefusal.RELEASED, refused(acme.settles(hold, "1.00")));
        assertEquals(HoldRefusal.RELEASED, refused(acme.prolongs(hold, Holder.HOUR)));
        acme.booksFit();
    }

    @Test
    void what_is_held_to_the_last_cent_closes_access_and_a_hold_says_so() {
        Holder acme = Holder.with(house, "10.00");
        acme.holds("10.00");
        assertEquals(AccessReason.BALANCE_EXHAUSTED, acme.access());
        assertEquals("BALANCE_EXHAUSTED", denied(acme.triesToHold("0.000000001")));
        acme.booksFit();
    }

    @Test
    void a_hold_sent_again_is_the_same_hold_in_its_present_state() {
        Holder acme = Holder.with(house, "10.00");
        String id = Ids.mint(Ids.HOLD);
        List<HoldResult> results = Together.all(20, () -> acme.takes(acme.terms("4.00"), id));
        results.forEach(result -> assertEquals(id, accepted(result).id()));
        acme.has("4.00", "6.00");
        assertEquals(HoldRefusal.KEY_REUSED, refused(acme.takes(acme.terms("4.01"), id)));
        Hold hold = accepted(results.get(0));
        Together.all(20, () -> accepted(acme.releases(hold, "req_once")));
        acme.has("0.00", "10.00");
        assertEquals(
                HoldStatus.RELEASED,
                accepted(acme.takes(acme.terms("4.00"), id)).status());
        acme.booksFit();
    }

    @Test
    void two_hundred_at_once_against_credit_for_ten_get_exactly_ten() {
        Holder acme = Holder.with(house, "10.00");
        List<HoldResult> results = Together.all(200, () -> acme.triesToHold("1.00"));
        assertEquals(
                10,
                results.stream().filter(HoldResult.Accepted.class::isInstance).count());
        acme.has("10.00", "0.00");
        acme.booksFit();
    }

    @Test
    void a_hold_that_nobody_ends_expires_unless_it_is_extended() {
        Holder acme = Holder.with(house, "10.00");
        Hold forgotten = acme.holds("3.00");
        Hold longer = acme.holds("2.00");
        house.wait(Duration.ofMinutes(59));
        Hold extended = accepted(acme.prolongs(longer, Holder.HOUR));
        assertTrue(extended.expiresAt().isAfter(longer.expiresAt()));
        house.wait(Duration.ofMinutes(2));
        assertEquals(HoldStatus.EXPIRED, acme.now(forgotten).status());
        assertEquals(HoldStatus.OPEN, acme.now(longer).status());
        acme.has("2.00", "8.00");
        assertEquals(HoldRefusal.EXPIRED, refused(acme.releases(forgotten)));
        house.wait(Duration.ofHours(1));
        acme.has("0.00", "10.00");
        acme.booksFit();
    }

    @Test
    void extending_never_takes_time_away() {
        Holder acme = Holder.with(house, "10.00");
        Hold hold = acme.holds("4.00");
        Hold kept = accepted(acme.prolongs(hold, Duration.ofMinutes(1)));
        assertEquals(hold.expiresAt(), kept.expiresAt());
        house.wait(Duration.ofMinutes(2));
        assertEquals(HoldStatus.OPEN, acme.now(hold).status());
    }

    @Test
    void extending_twenty_times_at_once_holds_no_more_than_once() {
        Holder acme = Holder.with(house, "10.00");
        Hold hold = acme.holds("4.00");
        Together.all(20, () -> accepted(acme.prolongs(hold, Duration.ofHours(2))));
        acme.has("4.00", "6.00");
        acme.booksFit();
    }
}
