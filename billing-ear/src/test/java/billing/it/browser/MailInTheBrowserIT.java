package billing.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import billing.it.OnServer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Choosing who is told, and looking at what was mailed. */
@OnServer
@ExtendWith(InBrowser.class)
class MailInTheBrowserIT {

    private static final String PASSWORD = "a few words in a row";
    private static final String OPERATOR = "operator@example.com";

    private final String email = "ada-" + UUID.randomUUID() + "@example.com";

    /** As long as an address may be, in one word. */
    private final String books = "b".repeat(27) + "-" + UUID.randomUUID() + "@" + "e".repeat(60) + ".example.com";

    private void signsUp(Visitor visitor, String address) {
        visitor.signsUp().as("Ada", address, PASSWORD, "Analytical Engines").creates();
    }

    private static void adds(Shown contacts, String address) {
        contacts.type("Email", address);
        contacts.press("Add contact");
    }

    @Test
    void an_owner_adds_a_billing_contact_and_removes_it(Visitor ada) {
        signsUp(ada, email);
        ada.settings().follow("Edit contacts");
        Shown contacts = ada.opens("settings/contacts");
        assertTrue(contacts.text().contains("Only " + email + ", the registered address, gets mail."), contacts.text());
        adds(contacts, "books at example.com");
        assertTrue(contacts.errorAt("Email").contains("name@example.com"), contacts.errorAt("Email"));
        assertEquals("books at example.com", contacts.valueOf("Email"));
        adds(contacts, email);
        assertTrue(contacts.text().contains("This address is a billing contact already."), contacts.text());
        adds(contacts, books.toUpperCase(Locale.ROOT));
        assertTrue(contacts.text().contains(books + " is told from now on."), contacts.text());
        assertTrue(ada.settings().text().contains(books));

        contacts = ada.opens("settings/contacts");
        contacts.confirms("Remove", "Yes, remove it");
        assertTrue(contacts.text().contains("The contact is removed."), contacts.text());
        assertFalse(contacts.text().contains(books), contacts.text());
    }

    @Test
    void a_contact_that_the_button_was_made_for_elsewhere_stays(Visitor ada, Visitor eve) {
        signsUp(ada, email);
        adds(ada.opens("settings/contacts"), "books@example.com");
        signsUp(eve, "eve-" + email);
        adds(eve.opens("settings/contacts"), "eves-books@example.com");
        String adas = Billing.asPlatform()
                .get("accounts/" + Billing.asPlatform().customer(email).id() + "/contacts")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        Shown contacts = eve.opens("settings/contacts");
        contacts.page.locator("input[name=contact]").evaluate("(field, id) => field.value = id", adas);
        contacts.confirms("Remove", "Yes, remove it");
        assertEquals("There is no such page", contacts.heading());
        assertTrue(ada.opens("settings/contacts").text().contains("books@example.com"));
    }

    @Test
    void the_sandbox_shows_an_account_its_mails_and_operators_everybodys(Visitor ada, Visitor eve, Visitor operator) {
        signsUp(ada, email);
        signsUp(eve, "eve-" + email);
        ada.settings().follow("See the mails");
        Shown mails = ada.opens("settings/mails");
        assertTrue(mails.text().contains("Welcome: your billing account is open"), mails.text());
        assertTrue(mails.text().contains("To " + email), mails.text());
        assertFalse(mails.text().contains("eve-"), mails.text());
        mails.page.getByText("Welcome: your billing account is open").click();
        assertTrue(mails.text().contains("Nothing has been charged."), mails.text());
        mails.follow("Open its link");
        assertEquals("/settings/billing", mails.path());

        operator.logsIn().with(OPERATOR, "only-for-the-tests");
        String all = operator.opens("operator/mails").text();
        assertTrue(all.contains("To " + email) && all.contains("To eve-" + email), all);
        assertEquals("There is no such page", ada.opens("operator/mails").heading());
    }

    @Test
    void no_page_about_mail_has_barriers_or_runs_out_of_a_phone(Visitor ada, Visitor onPhone, Visitor operator) {
        signsUp(ada, email);
        adds(ada.opens("settings/contacts"), books);
        onPhone.onPhone().inTheDark().logsIn().with(email, PASSWORD);
        for (String path : List.of("settings/contacts", "settings/mails", "settings/billing")) {
            assertEquals(List.of(), ada.opens(path).barriers(), path);
            Shown shown = onPhone.opens(path);
            assertEquals(List.of(), shown.barriers(), path + " on a phone, dark");
            assertEquals(390, shown.page.evaluate("document.documentElement.scrollWidth"), path);
        }
        operator.logsIn().with(OPERATOR, "only-for-the-tests");
        assertEquals(List.of(), operator.opens("operator/mails").barriers());
    }
}
