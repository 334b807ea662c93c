package billing.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import billing.it.Customer;
import billing.it.OnServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner reads and pays an invoice, which an operator corrects. */
@OnServer
@ExtendWith(InBrowser.class)
class InvoicesInTheBrowserIT {
    private static final String PASSWORD = "a few words in a row";

    private final String email = "ada-" + UUID.randomUUID() + "@example.com";
    private final Billing platform = Billing.asPlatform();

    @Test
    void an_invoice_is_read_corrected_and_paid(Visitor ada, Visitor onPhone, Visitor operator) {
        ada.signsUp().as("Ada", email, PASSWORD, "Analytical Engines").creates();
        Customer account = platform.customer(email).onTerms("BUILD", 2);
        account.addsCard("pm_card_visa");
        account.addsCredits("5.00").purchase();
        account.spends("12.34");
        platform.endsMonth();
        String number = account.invoices().get(0).getString("number");

        onPhone.onPhone().inTheDark().logsIn().with(email, PASSWORD);
        for (String page : List.of("settings/invoices", "invoices/" + number, "settings/month")) {
            assertEquals(List.of(), onPhone.opens(page).barriers(), page);
        }
        operator.logsIn().with("operator@example.com", "only-for-the-tests");
        takesBack(operator, number);

        Shown list = ada.opens("settings/invoices");
        assertTrue(list.text().contains("$7.34"), list.text());
        list.follow(number);
        assertEquals(List.of(), list.barriers());
        assertTrue(list.text().contains("a test run was counted"), list.text());
        list.press("Pay $5.00 now");
        assertTrue(list.text().contains("It was paid on"), list.text());
        assertEquals("PAID", account.invoices().get(0).getString("status"));
        assertEquals("0.00", account.balance().getString("receivable"));
    }

    private static void takesBack(Visitor operator, String number) {
        Shown page = operator.opens("operator/invoices/" + number);
        assertEquals(List.of(), page.barriers());
        page.follow("Issue a credit note");
        assertEquals(List.of(), page.barriers());
        page.type("Amount", "7.35");
        page.type("Reason", " ");
        page.press("Issue the credit note");
        assertEquals("Reason is missing. Please type it in.", page.errorAt("Reason"));
        page.type("Reason", "a test run was counted");
        page.press("Issue the credit note");
        assertTrue(page.errorAt("Amount").contains("Up to $7.34 can"), page.text());
        page.type("Amount", "2.34");
        page.press("Issue the credit note");
        assertEquals("/operator/invoices/" + number, page.path());
        assertTrue(page.notices().get(0).contains("over $2.34 is issued"), page.text());
    }
}
