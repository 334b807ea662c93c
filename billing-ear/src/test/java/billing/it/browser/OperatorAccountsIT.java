package billing.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import billing.it.Customer;
import billing.it.OnServer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators do to accounts, each with a reason that the audit tells. */
@OnServer
@ExtendWith(InBrowser.class)
class OperatorAccountsIT {
    private static final String OPERATOR = "operator@example.com";
    private static final String PASSWORD = "only-for-the-tests";

    private final Billing platform = Billing.asPlatform();
    private final String name = "Engines-" + UUID.randomUUID().toString().substring(0, 8);

    private Customer customer() {
        Customer customer = platform.newAccount(name);
        customer.addsCard("pm_card_visa");
        customer.addsCredits("25.00").send();
        return customer;
    }

    private static void logsIn(Visitor visitor) {
        visitor.logsIn().with(OPERATOR, PASSWORD);
    }

    private static String audit(Visitor operator, Customer customer) {
        return operator.opens("operator/actions?account=" + customer.id()).text();
    }

    @Test
    void an_account_is_found_by_its_id_and_by_a_part_of_its_name(Visitor operator) {
        Customer customer = customer();
        logsIn(operator);
        for (String text : List.of(customer.id(), name.substring(2).toUpperCase(java.util.Locale.ROOT))) {
            assertTrue(operator.opens("operator/accounts?q=" + text).text().contains(customer.id()), text);
        }
        assertFalse(operator.opens("operator/accounts?q=nobody-" + name.substring(8))
                .text()
                .contains(customer.id()));
    }

    @Test
    void a_suspended_account_spends_nothing_until_it_is_resumed(Visitor operator) {
        Customer customer = customer();
        logsIn(operator);
        operator.account(customer.id()).isTold("Suspend", "Suspend account", "stolen cards");
        assertEquals("SUSPENDED", customer.access().getString("reason"));
        operator.account(customer.id()).isTold("Resume", "Resume account", "it was a mistake");
        assertEquals("OK", customer.access().getString("reason"));
        String audit = audit(operator, customer);
        assertTrue(audit.contains("Account suspended\nstolen cards") && audit.contains("it was a mistake"), audit);
    }

    @Test
    void nothing_is_done_without_a_reason(Visitor operator) {
        Customer customer = customer();
        logsIn(operator);
        OperatorAccountPage page = operator.account(customer.id()).isTold("Suspend", "Suspend account", " ");
        assertEquals("Reason is missing. Please type it in.", page.errorAt("Reason"));
        assertEquals("OK", customer.access().getString("reason"));
    }

    @Test
    void new_terms_are_shown_before_they_are_confirmed(Visitor operator) {
        Customer customer = customer();
        logsIn(operator);
        OperatorAccountPage page = operator.account(customer.id()).proposesContract("500", "signed by sales");
        assertTrue(page.text().contains("$500.00 below zero"), page.text());
        assertEquals("0.00", customer.access().getString("limit"), "nothing has changed yet");
        page.confirmsTerms();
        assertEquals("500.00", customer.access().getString("limit"));
        assertTrue(audit(operator, customer).contains("signed by sales"));
    }

    @Test
    void credits_are_given_with_a_last_day_that_lies_ahead(Visitor operator) {
        Customer customer = customer();
        logsIn(operator);
        OperatorAccountPage page = operator.account(customer.id()).gives("10", "2000-01-01", "sorry");
        assertTrue(page.errorAt("Last day").contains("This day is over."), page.text());
        operator.account(customer.id()).gives("10", "2199-01-01", "sorry");
        assertEquals("10.00", customer.balance().getString("free"));
        assertTrue(page.text().contains("$10.00 of free credits were given."), page.text());
    }

    @Test
    void a_purchase_is_paid_back_as_far_as_it_is_unspent(Visitor operator) {
        Customer customer = customer();
        JsonObject purchase = customer.purchases().get(0);
        logsIn(operator);
        OperatorAccountPage page = operator.purchase(purchase.getString("id")).paysBack("25.01", "asked for");
        assertTrue(page.errorAt("Amount").contains("$25.00 can be paid back now"), page.text());
        page.paysBack("5", "asked for");
        assertTrue(page.text().contains("$5.00 was paid back to Visa ending in 4242."), page.text());
        assertEquals("20.00", customer.balance().getString("available"));
        assertTrue(audit(operator, customer).contains("Purchase paid back\nasked for"));
    }

    @Test
    void what_a_dispute_keeps_and_leaves_owed_is_on_the_accounts_page(Visitor operator) {
        Customer customer = customer();
        String purchase = customer.purchases().get(0).getString("id");
        platform.post("sandbox/gateway/disputes", """
                {"purchase":"%s","action":"OPEN"}""".formatted(purchase)).json();
        logsIn(operator);
        String balance = operator.account(customer.id()).text().split("Owed on invoices")[0];
        assertTrue(balance.contains("Frozen by a dispute") && balance.contains("Owed after a lost dispute"), balance);
    }

    @Test
    void a_month_that_is_not_over_is_not_run(Visitor operator) {
        logsIn(operator);
        Shown page = operator.opens("operator/month-ends");
        page.type("Month", "2199-01");
        page.type("Reason", "in a hurry");
        page.press("Run it");
        assertTrue(page.errorAt("Month").contains("This month isn’t over."), page.text());
    }

    @Test
    void nobody_is_told_of_a_change_that_applies_too_soon(Visitor operator) {
        logsIn(operator);
        Shown page = operator.opens("operator/policies");
        page.type("Subject", "New prices");
        page.type("Text", "They are higher.");
        page.type(
                "Applies from",
                platform.get("sandbox/clock").json().getString("now").substring(0, 10));
        page.confirms("Announce", "Yes, mail it");
        assertTrue(page.errorAt("Applies from").contains("30 days before"), page.text());
    }

    @Test
    void what_is_not_there_is_not_found_and_members_find_nothing(Visitor operator, Visitor member) {
        Customer customer = customer();
        logsIn(operator);
        member.signsUp()
                .as("Ada", "ada-" + UUID.randomUUID() + "@example.com", "a few words in a row", "Analytical Engines")
                .creates();
        for (String page : List.of("account", "terms", "grant", "suspend")) {
            String path = "operator/" + page + "?account=";
            assertEquals(
                    "There is no such page",
                    operator.opens(path + "acc_0000000000000").heading(),
                    path);
            assertEquals(
                    "There is no such page", member.opens(path + customer.id()).heading(), path);
        }
        for (String page : List.of(
                "accounts",
                "actions",
                "policies",
                "month-ends",
                "refund?purchase=x",
                "credit-note?invoice=INV-2026-000001",
                "invoices/INV-2026-000001")) {
            assertEquals(
                    "There is no such page", member.opens("operator/" + page).heading(), page);
        }
    }

    @Test
    void no_page_has_barriers_on_a_screen_or_a_phone_in_light_or_dark(Visitor operator, Visitor onPhone) {
        Customer customer = customer();
        String purchase = customer.purchases().get(0).getString("id");
        logsIn(operator);
        operator.account(customer.id()).gives("10", "2199-01-01", "sorry");
        onPhone.onPhone().inTheDark();
        logsIn(onPhone);
        for (String page : List.of(
                "accounts",
                "account?account=" + customer.id(),
                "terms?account=" + customer.id(),
                "grant?account=" + customer.id(),
                "suspend?account=" + customer.id(),
                "refund?purchase=" + purchase,
                "actions",
                "policies",
                "month-ends")) {
            assertEquals(List.of(), operator.opens("operator/" + page).barriers(), page);
            assertEquals(List.of(), onPhone.opens("operator/" + page).barriers(), page + " on a phone, dark");
        }
    }
}
