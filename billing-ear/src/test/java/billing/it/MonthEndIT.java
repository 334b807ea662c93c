package billing.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A month's end as a platform meets it over REST: the invoice, its file, what corrects it and what pays it. */
@OnServer
class MonthEndIT {
    private final Billing platform = Billing.asPlatform();

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Answer takesBack(JsonObject invoice, String amount, String key) {
        return platform.post("invoices/" + number(invoice) + "/credit-notes", """
            {"amount":"%s","reason":"a test run was counted"}\
            """.formatted(amount), key);
    }

    private Answer pays(JsonObject invoice, String key) {
        return platform.post("invoices/" + number(invoice) + "/pay", "{}", key);
    }

    private static String number(JsonObject invoice) {
        return invoice.getString("number");
    }

    @Test
    void what_a_month_has_taken_below_zero_is_invoiced_and_paid_by_hand_or_on_the_third() {
        Customer ada = platform.newAccount("Ada").onTerms("BUILD", 2);
        Customer bob = platform.newAccount("Bob").onTerms("BUILD", 2);
        Customer eve = platform.newAccount("Eve");
        for (Customer each : new Customer[] {ada, bob}) {
            each.addsCard("pm_card_visa");
            each.addsCredits("5.00").purchase();
            each.spends("12.34");
        }
        YearMonth month = platform.endsMonth();

        JsonObject invoice = ada.invoices().get(0);
        assertEquals(month.toString(), invoice.getString("month"));
        assertEquals("ISSUED", invoice.getString("status"));
        assertEquals("-7.34", invoice.getString("closing"));
        assertEquals("7.34", invoice.getString("amountDue"));
        assertEquals("0.00", ada.balance().getString("settled"));
        assertEquals("7.34", ada.balance().getString("receivable"));
        Answer pdf = platform.get("invoices/" + number(invoice) + "/pdf");
        assertTrue(pdf.type().startsWith("application/pdf"), pdf.type());
        assertTrue(pdf.body().startsWith("%PDF"));

        correctsAndPays(ada, invoice);
        isNobodyElses(eve, invoice);

        platform.advanceClock("P2DT1H");
        JsonObject charged = bob.invoices().get(0);
        assertEquals("PAID", charged.getString("status"));
        assertEquals(1, bob.mails("INVOICE_PAID"));
        assertEquals("0.00", bob.balance().getString("receivable"));
        assertNotEquals(number(invoice), number(charged));

        assertEquals(200, platform.post("month-end/" + month, "").status());
        assertEquals(1, ada.invoices().size());
        assertEquals(
                "MONTH_NOT_OVER",
                platform.post("month-end/" + month.plusMonths(1), "").code());
        assertTrue(platform.selfCheck().getBoolean("ok"));
    }

    private void correctsAndPays(Customer ada, JsonObject invoice) {
        assertEquals("MORE_THAN_INVOICED", takesBack(invoice, "7.35", key()).code());
        String once = key();
        assertEquals(201, takesBack(invoice, "2.34", once).status());
        assertEquals(201, takesBack(invoice, "2.34", once).status());
        ada.addsCredits("50.00").purchase();
        assertEquals(
                "5.00",
                platform.get("invoices/" + number(invoice)).json().getString("open"),
                "later credits pay no invoice, and a note counts once");
        assertEquals("PAID", pays(invoice, "pay").json().getString("status"));
        assertEquals("PAID", pays(invoice, "pay").json().getString("status"));
        assertEquals("ALREADY_PAID", pays(invoice, key()).code());
        assertEquals("50.00", ada.balance().getString("available"));
    }

    private void isNobodyElses(Customer eve, JsonObject invoice) {
        Billing asEve = platform.as(eve.key());
        String path = "invoices/" + number(invoice);
        assertEquals(404, asEve.get(path).status());
        assertEquals(404, asEve.get(path + "/pdf").status());
        assertEquals(404, asEve.post(path + "/pay", "{}", key()).status());
        assertEquals(403, asEve.post(path + "/credit-notes", "{}", key()).status());
        assertEquals(403, asEve.get("month-end").status());
    }
}
