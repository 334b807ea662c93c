package billing.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import billing.it.Customer;
import billing.it.OnServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner asks where the credits went. */
@OnServer
@ExtendWith(InBrowser.class)
class UsageInTheBrowserIT {

    private static final String PASSWORD = "a few words in a row";
    private static final String LONG = "A project with a name that is much longer than anybody would think of";
    private static final List<String> PAGES = List.of(
            "settings/billing",
            "settings/usage",
            "settings/usage?by=project",
            "settings/usage-events",
            "settings/explain",
            "settings/budgets");

    private final String email = "ada-" + UUID.randomUUID() + "@example.com";
    private final Billing platform = Billing.asPlatform();

    @Test
    void usage_is_shown_at_once_by_product_project_and_event(Visitor ada) {
        Customer account = signedUp(ada);
        account.uses("gpu-l40s", "2", "alpha");
        account.uses("evaluation", "1000000", "=cmd()");
        Used expected = Used.of(platform, account);

        UsagePage usage = ada.usage();
        assertEquals(expected.cents(), usage.total());
        assertEquals(2, usage.bars());
        assertTrue(usage.chart().contains(expected.cents()), usage.chart());
        assertEquals(2, usage.lines().size());

        UsagePage byProject = usage.by("Project");
        assertTrue(
                byProject.lines().get(0).startsWith("alpha $"),
                byProject.lines().toString());
        assertTrue(byProject.csv().contains("\r\n'=cmd(),"));
        String events = byProject.eventsOf("alpha").text();
        assertTrue(events.contains("gpu-l40s"), events);
        assertFalse(events.contains("evaluation"), events);
    }

    @Test
    void a_balance_is_explained_to_the_last_nano(Visitor ada) {
        Customer account = signedUp(ada);
        account.addsCard("pm_card_visa");
        account.addsCredits("25.00").purchase();
        account.uses("evaluation", "7", "alpha");
        String text = ada.opens("settings/explain").text();
        assertTrue(text.contains("+$25.00"), text);
        assertTrue(text.contains("Usage: Evaluation"), text);
        assertTrue(text.contains("exactly the closing balance"), text);
        assertTrue(text.contains("Balance at the end of"), text);
        assertTrue(text.contains("See the entries of all usage"), "products have no list of their own");
    }

    @Test
    void an_account_that_is_being_deleted_says_what_it_waits_for(Visitor ada) {
        Customer account = signedUp(ada);
        account.addsCard("pm_card_visa");
        account.addsCredits("5.00").purchase();
        platform.put("accounts/" + account.id() + "/terms", """
                {"type":"BUILD","tier":2,"reason":"older terms"}""").json();
        account.uses("gpu-h100", "10", "alpha");
        Shown profile = ada.opens("settings/profile");
        profile.type("Your password", PASSWORD);
        profile.type("Account name", "Analytical Engines");
        profile.press("Delete account");
        String billing = ada.opens("settings/billing").text();
        assertTrue(billing.contains("This account is being deleted"), billing);
        assertTrue(billing.contains("once what it owes on invoices is paid"), billing);
        String invoices = ada.opens("settings/invoices").text();
        assertTrue(invoices.contains("Invoiced"), invoices);
    }

    @Test
    void days_that_run_backwards_are_told_at_their_field_and_kept(Visitor ada) {
        signedUp(ada);
        Shown explained = ada.opens("settings/explain?from=2026-02-02&to=2026-02-01");
        assertTrue(explained.errorAt("From").contains("The first day lies after"), explained.errorAt("From"));
        assertEquals("2026-02-02", explained.valueOf("From"));
        assertEquals("2026-02-01", explained.valueOf("To"));
        assertFalse(explained.text().contains("Balance at the end of"), explained.text());
    }

    @Test
    void an_owner_sets_a_budget_and_removes_it(Visitor ada) {
        signedUp(ada);
        Shown budgets = ada.opens("settings/budgets");
        budgets.type("Project", "alpha");
        budgets.type("Amount", "12,5");
        budgets.press("Set budget");
        assertTrue(budgets.errorAt("Amount").contains("isn’t an amount"), budgets.errorAt("Amount"));
        assertEquals("alpha", budgets.valueOf("Project"));
        budgets.type("Amount", "0");
        budgets.press("Set budget");
        assertTrue(budgets.errorAt("Amount").contains("more than zero"), budgets.errorAt("Amount"));
        budgets.type("Amount", "12.50");
        budgets.press("Set budget");
        assertTrue(budgets.text().contains("$0.00 of $12.50"), budgets.text());
        assertFalse(budgets.button("Yes, remove it").isVisible());
        budgets.confirms("Remove", "Yes, remove it");
        assertTrue(budgets.text().contains("The budget is removed."), budgets.text());
    }

    @Test
    void no_page_about_usage_has_barriers_with_or_without_usage(Visitor ada, Visitor onPhone) {
        Customer account = signedUp(ada);
        onPhone.onPhone().inTheDark().logsIn().with(email, PASSWORD);
        PAGES.forEach(path -> assertNoBarriers(ada, onPhone, path));
        account.uses("gpu-l40s", "2", "alpha");
        account.uses("flux-schnell", "3", LONG);
        PAGES.forEach(path -> assertNoBarriers(ada, onPhone, path));
    }

    private static void assertNoBarriers(Visitor ada, Visitor onPhone, String path) {
        assertEquals(List.of(), ada.opens(path).barriers(), path);
        assertEquals(List.of(), onPhone.opens(path).barriers(), path + " on a phone, dark");
    }

    private Customer signedUp(Visitor visitor) {
        visitor.signsUp().as("Ada", email, PASSWORD, "Analytical Engines").creates();
        return platform.customer(email);
    }

    /** What the API says that the account used. */
    private record Used(String amount) {
        static Used of(Billing platform, Customer account) {
            return new Used(platform.get("accounts/" + account.id() + "/usage")
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0)
                    .getString("amount"));
        }

        String cents() {
            return "$" + new java.math.BigDecimal(amount).setScale(2, java.math.RoundingMode.HALF_EVEN);
        }
    }
}
