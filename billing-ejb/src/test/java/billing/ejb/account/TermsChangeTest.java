package billing.ejb.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessReason;
import billing.domain.account.BillingTerms;
import billing.domain.account.ContractPlan;
import billing.domain.account.TermsType;
import billing.domain.money.Money;
import billing.ejb.access.AccessService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Terms that change, and who changed them. */
@InEachHouse
class TermsChangeTest {
    private static final BillingTerms BUILD =
            new BillingTerms(TermsType.BUILD, 2, BillingTerms.BUILD_LIMIT, null, null);

    private final House house;
    private final Customer customer;

    TermsChangeTest(House house) {
        this.house = house;
        this.customer = house.customerWith("pm_card_visa");
        customer.buys("10.00");
        customer.spends("12.00");
    }

    private TermsResult gets(BillingTerms terms) {
        return house.get(TermsService.class)
                .change(new ChangeTerms(customer.id(), terms, "asked for by sales", "key_operator"));
    }

    private TermsResult limits(@Nullable String own) {
        return house.get(TermsService.class).limit(customer.id(), own == null ? null : Money.of(own), "mem_owner");
    }

    private AccessReason access() {
        return house.get(AccessService.class)
                .decide(customer.id())
                .orElseThrow()
                .reason();
    }

    private List<TermsChange> changes() {
        return house.get(TermsService.class).changes(customer.id(), null, 50).items();
    }

    private long mails() {
        return texts().size();
    }

    /** What mails about the terms say, the newest first. */
    private List<String> texts() {
        return house.get(NoticeService.class).sentAbout(customer.id(), null, 100).items().stream()
                .filter(mail -> mail.kind().equals("TERMS_CHANGED"))
                .map(SentMail::text)
                .toList();
    }

    @Test
    void access_follows_the_terms_at_once() {
        long epoch = customer.balance().epoch();
        assertEquals(AccessReason.BALANCE_EXHAUSTED, access());
        gets(BUILD);
        assertEquals(AccessReason.OK, access());
        assertNotEquals(epoch, customer.balance().epoch(), "who waits for a change of access hears of it");
        gets(BillingTerms.PREPAID);
        assertEquals(AccessReason.BALANCE_EXHAUSTED, access());
        assertEquals("-2.00", customer.available(), "what is owed stays owed");
    }

    @Test
    void what_becomes_of_debt_of_the_terms_before_is_told() {
        gets(BUILD);
        String now = texts().get(0);
        assertTrue(now.contains("$2.00 below zero now: that goes on the first of these invoices"), now);
        gets(BillingTerms.PREPAID);
        String then = texts().get(0);
        assertTrue(then.contains("$2.00 below zero now: that is invoiced at the end of this month all the same"), then);
    }

    @Test
    void each_change_is_recorded_with_who_and_why_and_told_once() {
        gets(BUILD);
        gets(BUILD);
        gets(BillingTerms.PREPAID);
        assertEquals(
                List.of("2 PREPAID key_operator asked for by sales", "1 BUILD key_operator asked for by sales"),
                changes().stream()
                        .map(change -> change.number() + " " + change.terms().type() + " " + change.actor() + " "
                                + change.reason())
                        .toList());
        assertEquals(2, mails());
    }

    @Test
    void the_owners_limit_binds_and_is_never_above_the_terms() {
        gets(BUILD);
        assertEquals(new TermsResult.AboveCap(Money.of("100.00")), limits("100.01"));
        limits("1.50");
        assertEquals(AccessReason.LIMIT_REACHED, access());
        limits("2.50");
        assertEquals(AccessReason.OK, access());
        limits("0");
        assertEquals(AccessReason.BALANCE_EXHAUSTED, access());
        limits(null);
        assertEquals(AccessReason.OK, access());
        assertEquals(5, changes().size());
    }

    @Test
    void the_owners_limit_survives_new_terms_that_allow_it() {
        gets(BUILD);
        limits("50.00");
        gets(new BillingTerms(TermsType.CONTRACT, null, Money.of("500.00"), 30, null));
        assertEquals(Money.of("50.00"), customer.account().terms().ownLimit());
        gets(new BillingTerms(TermsType.CONTRACT, null, Money.of("20.00"), 30, null));
        assertNull(customer.account().terms().ownLimit());
    }

    @Test
    void a_contract_ends_at_its_end_and_is_prepaid_then() {
        gets(new BillingTerms(
                TermsType.CONTRACT,
                null,
                null,
                30,
                null,
                ContractPlan.SCALE,
                house.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MICROS)));
        house.wait(Duration.ofDays(29));
        String told = texts().get(0);
        assertTrue(told.contains("were Prepaid, and are Contract, Scale from now on"), told);
        assertTrue(told.contains("may go below zero without a limit"), told);
        assertEquals(AccessReason.OK, access());
        house.wait(Duration.ofDays(1));
        assertEquals(AccessReason.BALANCE_EXHAUSTED, access());
        assertEquals("system", changes().get(0).actor());
        assertEquals(2, mails());
    }

    @Test
    void a_deleted_account_keeps_its_terms() {
        Customer gone = house.customer();
        house.tamper("UPDATE billing_account SET status = 'CLOSED' WHERE id = ?", gone.id());
        assertEquals(
                new TermsResult.Refused(TermsRefusal.ACCOUNT_CLOSED),
                house.get(TermsService.class).change(new ChangeTerms(gone.id(), BUILD, "why", "key_operator")));
    }
}
