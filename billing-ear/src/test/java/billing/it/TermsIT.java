package billing.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Terms by the API: who changes them, what they change, and the owner's limit below them. */
@OnServer
class TermsIT {

    private static final String BUILD = """
            {"type":"BUILD","tier":2,"reason":"older terms"}""";

    private final Billing billing = Billing.asPlatform();

    @Test
    void access_follows_other_terms_at_once_and_the_change_is_recorded() {
        Customer ada = billing.newAccount("Ada");
        ada.addsCard("pm_card_visa");
        ada.addsCredits("5.00").purchase();
        ada.uses("qwen-3-235b-output", "1", "search");
        String terms = "accounts/" + ada.id() + "/terms";
        assertEquals(
                "BUILD", billing.put(terms, BUILD).json().getJsonObject("terms").getString("type"));
        assertEquals("100.00", ada.access().getString("limit"));
        assertEquals(Set.of("reason"), billing.put(terms, """
                {"type":"PREPAID"}""").fields());
        List<String> reasons = billing
                .get("accounts/" + ada.id() + "/terms-changes")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonValue::asJsonObject)
                .stream()
                .map(change -> change.getString("reason"))
                .toList();
        assertEquals(List.of("older terms"), reasons);
    }

    @Test
    void the_owners_limit_is_never_above_that_of_the_terms() {
        Customer bob = billing.newAccount("Bob");
        billing.put("accounts/" + bob.id() + "/terms", BUILD).json();
        String limit = "accounts/" + bob.id() + "/balance-limit";
        Answer above = billing.put(limit, """
                {"limit":"100.01"}""");
        assertEquals(Set.of("limit"), above.fields());
        assertTrue(above.body().contains("100.00"), above.body());
        JsonObject set = billing.put(limit, """
                {"limit":"0"}""").json();
        assertEquals("0.00", set.getString("spendingLimit"));
        assertEquals("100.00", billing.put(limit, """
                {"limit":null}""").json().getString("spendingLimit"));
    }

    @Test
    void an_account_sets_its_own_limit_and_not_its_terms_nor_anything_of_others() {
        Customer cleo = billing.newAccount("Cleo");
        Customer dan = billing.newAccount("Dan");
        String key =
                billing.post("accounts/" + cleo.id() + "/api-keys", """
                {"name":"own"}""").json().getString("key");
        Billing asCleo = billing.as(key);
        assertEquals(403, asCleo.put("accounts/" + cleo.id() + "/terms", BUILD).status());
        assertEquals(
                200, asCleo.put("accounts/" + cleo.id() + "/balance-limit", """
                {"limit":"0"}""").status());
        assertEquals(
                404, asCleo.put("accounts/" + dan.id() + "/balance-limit", """
                {"limit":"0"}""").status());
        assertEquals(404, asCleo.get("accounts/" + dan.id() + "/terms-changes").status());
    }
}
