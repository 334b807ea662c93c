package billing.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import billing.it.Customer;
import billing.it.OnServer;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner lets the card be charged by itself, and keeps the reins. */
@OnServer
@ExtendWith(InBrowser.class)
class AutoRechargeInTheBrowserIT {

    private static final String PASSWORD = "a few words in a row";
    private static final String BELOW_30_UP_TO_50 = """
            {"enabled":true,"threshold":"30.00","target":"50.00"}""";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String email = "ada-" + UUID.randomUUID() + "@example.com";
    private final Billing platform = Billing.asPlatform();

    @Test
    void what_is_charged_and_agreed_to_is_said_before_the_yes(Visitor ada) {
        Customer account = withCredits(ada, email);
        ThresholdsPage review = ada.setsThresholds().below("30").upTo("50.00").reviews();
        assertTrue(review.text().contains("$25.00 is charged at once, in one charge"), review.text());
        assertTrue(review.text().contains("As soon as less than $30.00 is available"), review.text());
        assertTrue(review.text().contains("In the last 30 days"), review.text());
        assertEquals(List.of(), account.agreements());

        SettingsPage saved = review.agrees();
        assertTrue(saved.recharge().contains("Edit limits"), saved.recharge());
        account.waitsForAutoRecharge("ACTIVE");
        assertEquals("$50.00", ada.settings().balance());
        assertEquals(2, account.succeededCharges().size());
        Shown receipt = ada.opens("purchases/" + account.recharge().getString("id") + "/receipt");
        assertTrue(receipt.text().contains("agreement no. 1"), receipt.text());
        assertTrue(receipt.text().contains("less than $30.00"), receipt.text());
    }

    @Test
    void a_yes_to_what_has_changed_since_is_asked_for_again(Visitor ada) {
        Customer account = withCredits(ada, email);
        ThresholdsPage review = ada.setsThresholds().below("20").upTo("50").reviews();
        assertTrue(review.text().contains("Nothing is charged now"), review.text());
        account.uses("gpu-l40s", "10", "alpha");
        assertEquals("9.50", account.balance().getString("available"));

        review.press("Agree and save");
        assertTrue(review.text().contains("Something has changed since you looked"), review.text());
        assertTrue(review.text().contains("is charged at once"), review.text());
        assertEquals(List.of(), account.agreements());
    }

    @Test
    void a_wrong_setting_is_told_at_its_field_and_kept(Visitor ada) {
        withCredits(ada, email);
        ThresholdsPage page = ada.setsThresholds().below("5").upTo("7").reviews();
        String error = page.errorAt("Bring credit balance up to");
        assertTrue(error.contains("$10.00 or more"), error);
        assertEquals("7", page.valueOf("Bring credit balance up to"));
        page.below("many").reviews();
        assertTrue(page.errorAt("When balance goes below").contains("isn’t an amount"));
    }

    @Test
    void without_script_it_is_set_and_turned_off_all_the_same(@WithoutScript Visitor ada) {
        Customer account = withCredits(ada, email);
        SettingsPage settings =
                ada.setsThresholds().below("5").upTo("50").reviews().agrees();
        assertTrue(settings.recharge().contains("Nothing is due"), settings.recharge());
        settings.confirms("Turn off", "Yes, turn it off");
        assertTrue(settings.recharge().contains("stays off until you turn it on"), settings.recharge());
        assertFalse(account.autoRecharge().getBoolean("enabled"));
        assertEquals(2, account.agreements().size());
        assertTrue(ada.opens("settings/agreements").text().contains("Agreement no. 2"));
    }

    @Test
    void buying_credits_agrees_to_nothing_that_was_not_filled_in_and_shown(Visitor ada) {
        Customer account = withCredits(ada, email);
        ada.addsCredits().amount("5.00").purchases();
        assertEquals(List.of(), account.agreements());

        AddCreditsPage page = ada.addsCredits().amount("5.00").rechargingBelow("10", "25");
        page.purchases();
        assertTrue(page.text().contains("charge my default card, without asking me again, $25.00"), page.text());
        assertFalse(page.text().contains("Charged now"), page.text());
        assertEquals(2, account.purchases().size());
        assertEquals(List.of(), account.agreements());

        page.purchases();
        assertEquals(3, account.purchases().size());
        assertEquals(1, account.agreements().size());
        ada.addsCredits().amount("5.00").purchases();
        assertEquals(1, account.agreements().size());
    }

    @Test
    void what_is_charged_with_a_purchase_is_added_up_before_the_yes(Visitor ada) {
        Customer account = withCredits(ada, email);
        AddCreditsPage page = ada.addsCredits().amount("25.00").rechargingBelow("120", "");
        page.purchases();
        assertTrue(page.text().contains("$25.00 + $75.00 = $100.00"), page.text());
        assertEquals("25.00", page.valueOf("Auto-recharge amount"));
        assertEquals(1, account.purchases().size());
    }

    @Test
    void all_that_is_wrong_with_a_purchase_is_told_at_once_and_names_its_field(Visitor ada) {
        withCredits(ada, email);
        AddCreditsPage page = ada.addsCredits().amount("1").rechargingBelow("many", "2");
        page.purchases();
        assertTrue(page.errorAt("Amount").contains("$5.00"), page.text());
        assertTrue(page.errorAt("Auto-recharge threshold").contains("isn’t an amount"), page.text());
        assertTrue(page.errorAt("Auto-recharge amount").contains("at least $5.00"), page.text());
        assertTrue(page.text().contains("Auto-recharge threshold: This isn’t an amount"), page.text());
    }

    @Test
    void another_default_card_is_charged_at_once_and_that_is_said_before_and_after(Visitor ada) {
        Customer account = withCredits(ada, email);
        account.addsCard("pm_card_chargeDeclined_insufficient_funds");
        account.setsAutoRecharge(BELOW_30_UP_TO_50).json();
        account.waitsForAutoRecharge("RETRYING");
        SettingsPage settings = ada.settings();
        assertTrue(settings.recharge().contains("you make the default is charged at once"), settings.recharge());
        settings.press("Make default");
        assertTrue(settings.notices().get(0).contains("now charges $25.00"), settings.text());
    }

    @Test
    void a_decline_is_explained_and_can_be_tried_again_at_once(Visitor ada) {
        Customer account = withCredits(ada, email);
        account.addsCard("pm_card_chargeDeclined_insufficient_funds");
        account.setsAutoRecharge(BELOW_30_UP_TO_50).json();
        account.waitsForAutoRecharge("RETRYING");
        SettingsPage settings = ada.settings();
        assertTrue(settings.recharge().contains("There are not enough funds"), settings.recharge());
        settings.press("Retry now");
        account.waitsForAutoRecharge("RETRYING");
        assertEquals(2, account.autoRecharge().getInt("failures"));
    }

    @Test
    void a_bank_account_as_default_turns_it_off_and_the_page_says_why(Visitor ada) {
        Customer account = withCredits(ada, email);
        account.setsAutoRecharge("""
                {"enabled":true,"threshold":"5.00","target":"50.00"}""").json();
        platform.post("accounts/" + account.id() + "/payment-methods", """
                        {"token":"pm_usBankAccount_success","makeDefault":false}""").json();
        SettingsPage settings = ada.settings();
        assertTrue(settings.recharge().contains("Nothing is due"), settings.recharge());
        settings.press("Make default");
        assertTrue(settings.notices().get(0).contains("Only cards are recharged from"), settings.text());
        assertTrue(settings.recharge().contains("a bank account became your default"), settings.recharge());
        assertTrue(ada.setsThresholds().text().contains("only cards can be recharged from"));
    }

    @Test
    void a_mailed_link_leads_to_the_bank_once_and_needs_no_login(Visitor ada, Visitor onPhone, Visitor stranger) {
        Customer account = waitingForTheBank(ada);
        String link = mailedLink();

        Shown shown = onPhone.onPhone().followsMailedLink(link);
        assertTrue(shown.text().contains("$25.00"), shown.text());
        assertEquals(List.of(), shown.barriers());
        assertTrue(stranger.followsMailedLink(link).text().contains("Nothing has been charged yet"));

        shown.press("Go on to the bank");
        assertEquals("This link has been used", stranger.followsMailedLink(link).heading());
        shown.press("Approve");
        shown.page.waitForURL("**/billing/authorize/**");
        account.waitsForAutoRecharge("ACTIVE");
        assertEquals("Paid", stranger.followsMailedLink(link).heading());
        assertEquals(List.of("25.00", "25.00"), account.succeededCharges());
        assertEquals(
                "We don’t know this link",
                stranger.opens("authorize/" + "x".repeat(43)).heading());
    }

    @Test
    void the_owner_approves_on_the_page_of_the_purchase_and_nobody_else_does(Visitor ada, Visitor eve) {
        Customer account = waitingForTheBank(ada);
        String page = "purchases/" + account.recharge().getString("id");
        withCredits(eve, "eve-" + UUID.randomUUID() + "@example.com");
        assertEquals("There is no such page", eve.opens(page).heading());

        Shown purchase = ada.opens(page);
        purchase.press("Authorize");
        purchase.press("Approve");
        purchase.page.waitForURL("**/" + page);
        assertTrue(purchase.text().contains("Credits added"), purchase.text());
    }

    @Test
    void balance_alerts_are_added_and_removed(Visitor ada) {
        withCredits(ada, email);
        SettingsPage settings = ada.settings();
        settings.type("New alert below", "0");
        settings.press("Add alert");
        assertTrue(settings.errorAt("New alert below").contains("above zero"));
        settings.type("New alert below", "12.50");
        settings.press("Add alert");
        assertTrue(settings.alerts().contains("Below $12.50"), settings.alerts());
        settings.button("Remove").first().click();
        assertFalse(settings.alerts().contains("Below $12.50"), settings.alerts());
    }

    @Test
    void strangers_are_asked_to_log_in(Visitor stranger) {
        assertEquals("/login", stranger.opens("settings/auto-recharge").path());
        assertEquals("/login", stranger.opens("settings/agreements").path());
    }

    @Test
    void no_page_about_it_has_barriers_whatever_it_does(Visitor ada, Visitor onPhone) {
        Customer account = withCredits(ada, email);
        onPhone.onPhone().inTheDark().logsIn().with(email, PASSWORD);
        assertNoBarriers(ada, onPhone);
        account.addsCard("pm_card_chargeDeclined_insufficient_funds");
        account.setsAutoRecharge(BELOW_30_UP_TO_50).json();
        account.waitsForAutoRecharge("RETRYING");
        assertNoBarriers(ada, onPhone);
        assertEquals(
                List.of(), ada.setsThresholds().below("40").upTo("60").reviews().barriers());
    }

    private static void assertNoBarriers(Visitor ada, Visitor onPhone) {
        for (String path :
                List.of("settings/billing", "settings/auto-recharge", "settings/agreements", "settings/add-credits")) {
            assertEquals(List.of(), ada.opens(path).barriers(), path);
            assertEquals(List.of(), onPhone.opens(path).barriers(), path + " on a phone, dark");
        }
    }

    private Customer withCredits(Visitor visitor, String address) {
        visitor.signsUp().as("Ada", address, PASSWORD, "Analytical Engines").creates();
        Customer account = platform.customer(address);
        account.addsCard("pm_card_visa").json();
        account.addsCredits("25.00").purchase();
        return account;
    }

    private Customer waitingForTheBank(Visitor visitor) {
        Customer account = withCredits(visitor, email);
        account.addsCard("pm_card_authenticationRequired").json();
        account.setsAutoRecharge(BELOW_30_UP_TO_50).json();
        account.waitsForAutoRecharge("AUTHORIZATION_NEEDED");
        return account;
    }

    private String mailedLink() {
        Instant last = Instant.now().plus(PATIENCE);
        Optional<String> link = findLink();
        while (link.isEmpty() && Instant.now().isBefore(last)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            link = findLink();
        }
        return link.orElseThrow();
    }

    private Optional<String> findLink() {
        return platform
                .get("sandbox/mail?to=" + URLEncoder.encode(email, StandardCharsets.UTF_8))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(mail -> mail.getString("kind").equals("AUTHORIZATION_NEEDED"))
                .map(mail -> mail.getJsonArray("links").getString(0))
                .findFirst();
    }
}
