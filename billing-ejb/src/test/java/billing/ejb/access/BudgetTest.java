package billing.ejb.access;

import static billing.ejb.access.Holder.accepted;
import static billing.ejb.access.Holder.denied;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessReason;
import billing.domain.access.BudgetMode;
import billing.domain.access.BudgetPeriod;
import billing.domain.access.BudgetScope;
import billing.domain.access.BudgetState;
import billing.domain.access.Hold;
import billing.domain.access.OnExpiry;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Budgets count the usage of their scope and period, and hard ones say no. */
@InEachHouse
class BudgetTest {
    private static final Labels RED = new Labels("key-1", "red", null);
    private static final Labels BLUE = new Labels("key-2", "blue", null);
    private static final BudgetScope RED_ONLY = new BudgetScope("red", null);

    private final House house;
    private final Holder acme;

    BudgetTest(House house) {
        this.house = house;
        acme = Holder.with(house, "100.00");
    }

    private BudgetState sets(BudgetScope scope, BudgetPeriod period, String amount, BudgetMode mode) {
        BudgetResult result = house.get(BudgetService.class)
                .set(new SetBudget(acme.customer().id(), scope, period, Money.of(amount), mode, "mem_owner"));
        return assertInstanceOf(BudgetResult.Accepted.class, result).state();
    }

    private BudgetState only() {
        List<BudgetState> all =
                house.get(BudgetService.class).list(acme.customer().id());
        assertEquals(1, all.size());
        return all.get(0);
    }

    private void remove(BudgetScope scope, BudgetPeriod period) {
        house.get(BudgetService.class).remove(acme.customer().id(), scope, period);
    }

    /** Waits until so long before the next day begins. */
    private void waitForEvening(Duration before) {
        Instant midnight = house.now()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        house.wait(Duration.between(house.now(), midnight.minus(before)).plusDays(1));
    }

    private void waitForTheLastEvening(Duration before) {
        Instant turn = house.now()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant evening = turn.minus(before);
        house.wait(Duration.between(house.now(), evening));
    }

    @Test
    void a_hard_budget_closes_access_for_its_scope_alone_and_a_higher_one_opens_it() {
        sets(RED_ONLY, BudgetPeriod.MONTH, "5.00", BudgetMode.HARD);
        acme.uses("4.99", RED);
        acme.uses("50.00", BLUE);
        assertEquals(AccessReason.OK, acme.access(RED));
        acme.uses("0.01", RED);
        assertEquals(AccessReason.BUDGET_REACHED, acme.access(RED));
        assertEquals(AccessReason.OK, acme.access(BLUE));
        assertEquals(AccessReason.OK, acme.access());
        assertEquals("BUDGET_REACHED", denied(acme.takes(acme.terms("1.00", OnExpiry.RELEASE, RED), "hld_red")));
        long before = acme.customer().balance().epoch();
        sets(RED_ONLY, BudgetPeriod.MONTH, "6.00", BudgetMode.HARD);
        assertEquals(AccessReason.OK, acme.access(RED));
        assertEquals(true, acme.customer().balance().epoch() > before);
        assertNull(only().reachedAt());
        remove(RED_ONLY, BudgetPeriod.MONTH);
        acme.uses("10.00", RED);
        assertEquals(AccessReason.OK, acme.access(RED));
        acme.booksFit();
    }

    private static String refusing(HoldResult result) {
        BudgetState budget = ((HoldResult.Denied) result).denial().budget();
        assertNotNull(budget);
        return budget.left() + " left of " + budget.budget().amount();
    }

    @Test
    void a_soft_budget_notes_when_it_was_reached_and_refuses_nothing() {
        sets(BudgetScope.ACCOUNT, BudgetPeriod.DAY, "5.00", BudgetMode.SOFT);
        assertNull(only().reachedAt());
        acme.uses("5.00", BLUE);
        assertNotNull(only().reachedAt());
        assertEquals(AccessReason.OK, acme.access(BLUE));
        acme.booksFit();
    }

    private List<SentMail> told() {
        return house.get(NoticeService.class).sentAbout(acme.customer().id(), null, 100).items().stream()
                .filter(mail -> mail.kind().equals("BUDGET_REACHED"))
                .toList();
    }

    @Test
    void a_budget_that_is_reached_is_told_once_in_each_period_and_anew_when_it_was_raised() {
        waitForEvening(Duration.ofMinutes(10));
        sets(RED_ONLY, BudgetPeriod.DAY, "5.00", BudgetMode.SOFT);
        sets(BudgetScope.ACCOUNT, BudgetPeriod.DAY, "12.00", BudgetMode.HARD);
        acme.uses("4.00", RED);
        assertEquals(0, told().size());
        acme.uses("1.00", RED);
        acme.uses("1.00", RED);
        assertEquals(1, told().size());
        assertTrue(told().get(0).text().contains("The budget of $5.00 a day for project “red” is used up."));
        sets(RED_ONLY, BudgetPeriod.DAY, "8.00", BudgetMode.SOFT);
        acme.uses("2.00", RED);
        assertEquals(2, told().size());
        house.wait(Duration.ofMinutes(20));
        acme.uses("12.00", RED);
        assertEquals(4, told().size(), "a new day, and the whole account for the first time");
        acme.uses("1.00", RED);
        assertEquals(4, told().size());
    }

    @Test
    void open_holds_count_against_a_hard_budget_and_are_never_counted_twice() {
        sets(RED_ONLY, BudgetPeriod.MONTH, "10.00", BudgetMode.HARD);
        acme.uses("4.00", RED);
        Hold hold = acme.holds(acme.terms("6.00", OnExpiry.RELEASE, RED));
        assertEquals(AccessReason.BUDGET_REACHED, acme.access(RED));
        acme.uses("5.00", hold);
        assertEquals(Money.of("9.00"), only().spent());
        assertEquals(Money.of("1.00"), only().held());
        accepted(acme.settles(hold, "3.00"));
        assertEquals(Money.of("7.00"), only().spent());
        assertEquals(AccessReason.OK, acme.access(RED));
        assertEquals("BUDGET_REACHED", denied(acme.takes(acme.terms("3.01", OnExpiry.RELEASE, RED), "hld_more")));
        sets(BudgetScope.ACCOUNT, BudgetPeriod.DAY, "20.00", BudgetMode.HARD);
        assertEquals("3.00 left of 10.00", refusing(acme.takes(acme.terms("15.00", OnExpiry.RELEASE, RED), "hld_all")));
        acme.holds(acme.terms("3.00", OnExpiry.RELEASE, RED));
        acme.booksFit();
    }

    @Test
    void a_budget_made_in_the_middle_of_its_period_knows_what_was_spent_before() {
        waitForEvening(Duration.ofHours(1));
        Instant now = house.now();
        acme.reports("1.00", now.minus(Duration.ofHours(22)), RED, null);
        acme.reports("2.00", now.minus(Duration.ofHours(23).plusMinutes(1)), RED, null);
        acme.reports("4.00", now.minus(Duration.ofHours(2)), BLUE, null);
        assertEquals(
                Money.of("1.00"),
                sets(RED_ONLY, BudgetPeriod.DAY, "5.00", BudgetMode.HARD).spent());
        acme.reports("0.50", now.minus(Duration.ofHours(24)), RED, null);
        acme.reports("0.25", now.minus(Duration.ofHours(1)), RED, null);
        assertEquals(Money.of("1.25"), only().spent());
        acme.booksFit();
    }

    @Test
    void at_midnight_a_day_begins_anew_and_late_usage_counts_for_the_day_before() {
        sets(BudgetScope.ACCOUNT, BudgetPeriod.DAY, "5.00", BudgetMode.HARD);
        waitForEvening(Duration.ofMinutes(2));
        acme.uses("5.00", RED);
        assertEquals(AccessReason.BUDGET_REACHED, acme.access());
        acme.reports("1.00", house.now().plus(Duration.ofMinutes(3)), RED, null);
        house.wait(Duration.ofMinutes(3));
        assertEquals(AccessReason.OK, acme.access());
        assertEquals(Money.of("1.00"), only().spent());
        acme.reports("3.00", house.now().minus(Duration.ofMinutes(10)), RED, null);
        assertEquals(Money.of("1.00"), only().spent());
        acme.booksFit();
    }

    @Test
    void usage_reported_ahead_counts_for_a_budget_that_is_made_before_midnight() {
        waitForEvening(Duration.ofMinutes(2));
        acme.reports("1.00", house.now().plus(Duration.ofMinutes(3)), RED, null);
        assertEquals(
                Money.of("0.00"),
                sets(RED_ONLY, BudgetPeriod.DAY, "5.00", BudgetMode.HARD).spent());
        house.wait(Duration.ofMinutes(3));
        assertEquals(Money.of("1.00"), only().spent());
        acme.booksFit();
    }

    @Test
    void a_month_turns_and_an_open_hold_counts_for_the_new_one() {
        sets(BudgetScope.ACCOUNT, BudgetPeriod.MONTH, "5.00", BudgetMode.HARD);
        waitForTheLastEvening(Duration.ofMinutes(2));
        acme.uses("2.00", RED);
        Hold hold = acme.holds(acme.terms("3.00", OnExpiry.RELEASE, RED));
        assertEquals(AccessReason.BUDGET_REACHED, acme.access());
        house.wait(Duration.ofMinutes(3));
        assertEquals(Money.ZERO, only().spent());
        assertEquals(Money.of("3.00"), only().held());
        accepted(acme.settles(hold, "3.00"));
        assertEquals(Money.of("3.00"), only().spent());
        acme.booksFit();
    }

    @Test
    void a_budget_made_while_usage_comes_in_misses_none_of_it() {
        Together.each(9, n -> () -> {
            if (n == 0) {
                return sets(BudgetScope.ACCOUNT, BudgetPeriod.MONTH, "5.00", BudgetMode.SOFT);
            }
            for (int i = 0; i < 5; i++) {
                acme.uses("0.10", RED);
            }
            return n;
        });
        assertEquals(Money.of("4.00"), only().spent());
        acme.booksFit();
    }
}
