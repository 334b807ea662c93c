package billing.ejb.access;

import static billing.ejb.access.Holder.accepted;
import static billing.ejb.access.Holder.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.access.Hold;
import billing.domain.access.HoldStatus;
import billing.domain.access.OnExpiry;
import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.id.Ids;
import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.domain.usage.Labels;
import billing.ejb.account.ChangeTerms;
import billing.ejb.account.TermsService;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Meter;
import billing.ejb.house.Together;
import billing.ejb.ledger.LedgerService;
import billing.ejb.usage.Rejection;
import billing.ejb.usage.UsageReceipt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** After a settle exactly the total was charged, whatever came before it. */
@InEachHouse
class SettleTest {
    private final House house;

    SettleTest(House house) {
        this.house = house;
    }

    private static void charged(String total, Hold hold) {
        assertEquals(Money.of(total), hold.charged());
    }

    @Test
    void events_debit_and_shrink_their_hold_and_a_settle_charges_what_is_missing() {
        Holder acme = Holder.with(house, "10.00");
        Hold hold = acme.holds("6.00");
        acme.uses("2.50", hold);
        acme.has("3.50", "4.00");
        Hold settled = accepted(acme.settles(hold, "4.00"));
        assertEquals(HoldStatus.SETTLED, settled.status());
        charged("4.00", settled);
        acme.has("0.00", "6.00");
        acme.booksFit();
    }

    @Test
    void a_settle_for_less_than_the_events_gives_back_and_one_for_more_than_the_hold_charges() {
        Holder acme = Holder.with(house, "10.00");
        Hold cheaper = acme.holds("6.00");
        acme.uses("5.00", cheaper);
        accepted(acme.settles(cheaper, "1.25"));
        acme.has("0.00", "8.75");
        assertEquals(EntryKind.USAGE_CORRECTED, acme.customer().entries().get(0).kind());
        Hold dearer = acme.holds("1.00");
        charged("9.00", accepted(acme.settles(dearer, "9.00")));
        acme.has("0.00", "-0.25");
        acme.booksFit();
    }

    @Test
    void what_is_given_back_goes_to_the_credits_that_paid_for_the_hold() {
        Holder acme = Holder.with(house, "25.00");
        acme.uses("10.00", Labels.NONE);
        acme.customer().isGiven("15.00");
        Hold hold = acme.holds("12.00");
        acme.uses("12.00", hold);
        accepted(acme.settles(hold, "2.00"));
        assertEquals("13.00", acme.customer().balance().free().toString());
        assertEquals("15.00", acme.customer().balance().purchased().toString());
        acme.booksFit();
    }

    @Test
    void what_later_credits_paid_of_a_holds_debt_goes_back_to_them_and_never_to_what_was_refunded() {
        Holder acme = Holder.with(house, "25.00");
        Hold hold = acme.holds("25.00");
        acme.uses("28.00", hold);
        CreditPurchase refunded = acme.customer().buys("25.00");
        acme.customer().isPaidBack(refunded, "22.00", Ids.mint(Ids.REFUND));
        acme.has("0.00", "0.00");
        accepted(acme.settles(hold, "0.00"));
        acme.has("0.00", "28.00");
        acme.booksFit();
    }

    @Test
    void a_correction_of_a_closed_account_gives_nobody_credits() {
        Holder acme = Holder.with(house, "25.00");
        Hold hold = acme.holds(acme.terms("10.00", OnExpiry.RELEASE, Labels.NONE));
        house.wait(Duration.ofHours(2));
        house.inTransaction(() -> {
            house.get(LedgerService.class).close(acme.customer().id());
            return null;
        });
        acme.uses("20.00", hold);
        accepted(acme.settles(hold, "0.00"));
        acme.has("0.00", "25.00");
        assertEquals(
                EntryKind.LATE_USAGE_CORRECTED, acme.customer().entries().get(0).kind());
        acme.booksFit();
    }

    @Test
    void what_is_given_back_pays_debt_first() {
        Holder acme = Holder.with(house, "5.00");
        Hold hold = acme.holds("5.00");
        acme.uses("8.00", hold);
        accepted(acme.settles(hold, "1.00"));
        acme.has("0.00", "4.00");
        acme.booksFit();
    }

    @Test
    void a_hold_may_cost_nothing_and_a_free_settle_posts_nothing() {
        Holder acme = Holder.with(house, "10.00");
        Hold hold = acme.holds("1.00");
        charged("0.00", accepted(acme.settles(hold, "0.00")));
        acme.has("0.00", "10.00");
        assertEquals(1, acme.customer().entries().size());
        acme.booksFit();
    }

    @Test
    void events_that_cost_more_than_the_hold_leave_none_of_it_and_come_late_without_harm() {
        Holder acme = Holder.with(house, "10.00");
        Hold hold = acme.holds("1.00");
        acme.uses("3.00", hold);
        acme.has("0.00", "7.00");
        assertEquals(HoldStatus.OPEN, acme.now(hold).status());
        accepted(acme.settles(hold, "3.00"));
        acme.uses("0.50", hold);
        acme.has("0.00", "6.50");
        charged("3.50", acme.now(hold));
        acme.booksFit();
    }

    @Test
    void an_event_that_names_another_accounts_hold_is_rejected() {
        Holder acme = Holder.with(house, "10.00");
        Holder other = Holder.with(house, "10.00");
        Hold foreign = other.holds("1.00");
        assertEquals(
                List.of(Rejection.Code.UNKNOWN_HOLD),
                acme.uses("1.00", foreign).rejected().stream()
                        .map(Rejection::code)
                        .toList());
        acme.has("0.00", "10.00");
        other.has("1.00", "9.00");
    }

    @Test
    void a_hold_is_its_own_accounts_even_where_both_name_it_in_one_batch() {
        Holder acme = Holder.with(house, "10.00");
        Holder other = Holder.with(house, "10.00");
        Hold hold = other.holds("5.00");
        Meter meter = Meter.of(house, "1");
        UsageReceipt receipt = meter.reports(
                meter.event(acme.customer().id(), "a", "1", hold.id()),
                meter.event(other.customer().id(), "b", "2", hold.id()));
        assertEquals(1, receipt.accepted());
        assertEquals(
                List.of("a"), receipt.rejected().stream().map(Rejection::id).toList());
        acme.has("0.00", "10.00");
        other.has("3.00", "5.00");
    }

    @Test
    void a_settle_sent_twenty_times_at_once_counts_once_and_another_one_is_refused() {
        Holder acme = Holder.with(house, "10.00");
        Hold hold = acme.holds("6.00");
        Together.all(20, () -> accepted(acme.settles(hold, "4.00", "req_once")));
        acme.has("0.00", "6.00");
        assertEquals(HoldRefusal.KEY_REUSED, refused(acme.settles(hold, "4.01", "req_once")));
        assertEquals(HoldRefusal.SETTLED, refused(acme.settles(hold, "4.00", "req_other")));
        assertEquals(HoldRefusal.SETTLED, refused(acme.releases(hold)));
        acme.has("0.00", "6.00");
        acme.booksFit();
    }

    @Test
    void a_late_settle_of_an_expired_hold_corrects_to_what_it_cost() {
        Holder acme = Holder.with(house, "20.00");
        Hold released = acme.holds("5.00");
        Hold charged = acme.holds(acme.terms("5.00", OnExpiry.CHARGE, Labels.NONE));
        acme.uses("1.00", charged);
        house.wait(Duration.ofHours(2));
        acme.has("0.00", "15.00");
        charged("0.00", acme.now(released));
        charged("5.00", acme.now(charged));
        accepted(acme.settles(released, "2.00"));
        accepted(acme.settles(charged, "3.50"));
        acme.has("0.00", "14.50");
        acme.booksFit();
    }

    @Test
    void what_an_invoice_took_over_and_a_late_settle_gives_back_comes_as_free_credits() {
        Holder acme = Holder.with(house, "20.00");
        house.get(TermsService.class)
                .change(new ChangeTerms(
                        acme.id(),
                        new BillingTerms(TermsType.BUILD, 5, Money.of("100.00"), null, null),
                        "a story",
                        "op_test"));
        Hold charged = acme.holds(acme.terms("25.00", OnExpiry.CHARGE, Labels.NONE));
        house.wait(Duration.ofDays(31));
        acme.has("0.00", "0.00");
        accepted(acme.settles(charged, "3.50"));
        acme.has("0.00", "21.50");
        acme.booksFit();
    }

    @Test
    void the_sweep_a_settle_a_release_and_events_at_once_leave_books_that_fit() {
        for (int i = 0; i < 10; i++) {
            Holder acme = Holder.with(house, "20.00");
            Hold hold = acme.holds(acme.terms("5.00", OnExpiry.CHARGE, Labels.NONE));
            house.sleeps(Duration.ofHours(2));
            List<Callable<Object>> all = List.of(
                    () -> {
                        house.runsDueWork();
                        return "swept";
                    },
                    () -> {
                        house.runsDueWork();
                        return "swept";
                    },
                    () -> acme.settles(hold, "3.00", "req_a"),
                    () -> acme.settles(hold, "3.00", "req_a"),
                    () -> acme.uses("1.00", hold));
            Together.each(all.size(), all::get);
            Hold after = acme.now(hold);
            assertEquals(HoldStatus.SETTLED, after.status());
            Money late = after.charged().minus(Money.of("3.00"));
            assertEquals(true, late.equals(Money.ZERO) || late.equals(Money.of("1.00")), after.toString());
            acme.has("0.00", Money.of("20.00").minus(after.charged()).toString());
            acme.booksFit();
        }
    }
}
