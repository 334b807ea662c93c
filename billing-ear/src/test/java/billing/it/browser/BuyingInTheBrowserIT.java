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

/** The first visit of somebody who has never seen the product. */
@OnServer
@ExtendWith(InBrowser.class)
class BuyingInTheBrowserIT {

    private static final String PASSWORD = "a few words in a row";
    private static final String VISA = "4242 4242 4242 4242";

    private final String email = "ada-" + UUID.randomUUID() + "@example.com";

    @Test
    void sign_up_leads_to_a_card_then_to_the_first_credits(Visitor ada) {
        SignUpPage signUp =
                ada.signsUp().as("Ada", email, PASSWORD, "Analytical Engines").creates();
        assertEquals("Add your card", signUp.heading());

        Shown afterCard = signUp.addsCard().saves(VISA);
        assertEquals("Buy your first credits", afterCard.heading());

        AddCreditsPage credits = new AddCreditsPage(afterCard.page).amount("25.00");
        assertEquals("$25.00", credits.total());
        Shown bought = credits.purchases();
        assertTrue(bought.text().contains("Credits added"), bought.text());

        SettingsPage settings = ada.settings();
        assertEquals("$25.00", settings.balance());
        assertTrue(settings.paymentMethods().contains("4242"), settings.paymentMethods());
        assertTrue(settings.purchases().contains("$25.00"), settings.purchases());
        assertTrue(settings.activity().contains("$25.00"), settings.activity());
    }

    @Test
    void a_double_click_and_a_reload_buy_once(Visitor ada) {
        Customer account = hasSignedUpWithCard(ada);

        Shown bought = ada.addsCredits().amount("25.00").purchasesWithADoubleClick();
        bought.page.reload();
        bought.page.goBack();

        assertEquals(1, account.purchases().size());
        assertEquals(1, account.gatewayCharges().size());
        assertEquals("$25.00", ada.settings().balance());
    }

    @Test
    void a_wrong_amount_is_told_at_its_field_and_kept(Visitor ada) {
        hasSignedUpWithCard(ada);
        AddCreditsPage page = ada.addsCredits().amount("4.99");
        page.purchases();
        assertTrue(page.errorAt("Amount").contains("The minimum is $5"), page.errorAt("Amount"));
        assertEquals("4.99", page.valueOf("Amount"));
    }

    @Test
    void who_lost_a_dispute_is_told_what_is_owed_and_led_to_pay_it(Visitor ada) {
        Customer account = hasSignedUpWithCard(ada);
        ada.addsCredits().amount("25.00").purchases();
        account.spends("20.00");
        account.disputesNewest("OPEN");
        account.disputesNewest("LOSE");

        SettingsPage settings = ada.settings();
        assertTrue(settings.text().contains("Owed after a lost dispute: $20.00."), settings.text());
        settings.follow("Add $20.00 of credits");
        AddCreditsPage credits = new AddCreditsPage(settings.page);
        assertEquals("20.00", credits.valueOf("Amount"));
        credits.purchases();
        assertFalse(ada.settings().text().contains("Owed after a lost dispute"));
    }

    @Test
    void who_logs_in_again_finds_the_account(Visitor ada, Visitor adaElsewhere) {
        hasSignedUpWithCard(ada);
        adaElsewhere.logsIn().with(email, PASSWORD);
        assertTrue(adaElsewhere.settings().paymentMethods().contains("4242"));
    }

    @Test
    void settings_are_for_those_who_are_logged_in(Visitor stranger) {
        assertEquals("/login", stranger.opens("settings/billing").path());
    }

    @Test
    void no_page_has_barriers_on_a_screen_or_a_phone_in_light_or_dark(Visitor ada, Visitor onPhone) {
        hasSignedUpWithCard(ada);
        ada.addsCredits().amount("25.00").purchases();
        onPhone.onPhone().inTheDark().logsIn().with(email, PASSWORD);
        for (String path : List.of(
                "",
                "login",
                "sign-up",
                "settings/billing",
                "settings/add-credits",
                "settings/ledger",
                "settings/invoices",
                "settings/month",
                "settings/billing-details",
                "settings/api-keys",
                "settings/profile")) {
            assertEquals(List.of(), ada.opens(path).barriers(), path);
            assertEquals(List.of(), onPhone.opens(path).barriers(), path + " on a phone, dark");
        }
    }

    private Customer hasSignedUpWithCard(Visitor visitor) {
        visitor.signsUp()
                .as("Ada", email, PASSWORD, "Analytical Engines")
                .creates()
                .addsCard()
                .saves(VISA);
        return Billing.asPlatform().customer(email);
    }
}
