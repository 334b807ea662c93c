package billing.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.server.Server;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What an account's own key opens, what it does not, and what junk does to money. */
@OnServer
class StrangersIT {
    private static final String NOBODY = "acc_0000000000001";
    private static final List<String> OF_AN_ACCOUNT = List.of(
            "",
            "/access",
            "/balance",
            "/ledger",
            "/purchases",
            "/payment-methods",
            "/api-keys",
            "/holds",
            "/budgets",
            "/usage",
            "/usage-events",
            "/auto-recharge",
            "/balance-alerts",
            "/contacts",
            "/balance-limit",
            "/terms-changes");

    private final Billing platform = Billing.asPlatform();

    private Billing keyOf(Customer customer) {
        Answer made = platform.post("accounts/" + customer.id() + "/api-keys", "{\"name\":\"own\"}");
        assertEquals(201, made.status(), made.body());
        return platform.as(made.json().getString("key"));
    }

    private Customer withCredits(String name) {
        Customer customer = platform.newAccount(name);
        assertEquals(201, customer.addsCard("pm_card_visa").status());
        assertEquals("SUCCEEDED", customer.addsCredits("25.00").purchase().getString("status"));
        return customer;
    }

    @Test
    void an_account_key_opens_its_own_account() {
        Customer own = withCredits("Own");
        Billing key = keyOf(own);
        assertAll(OF_AN_ACCOUNT.stream()
                .<Executable>map(part -> () ->
                        assertEquals(200, key.get("accounts/" + own.id() + part).status(), part)));
    }

    @Test
    void another_account_looks_as_if_it_did_not_exist() {
        Customer other = withCredits("Other");
        Billing key = keyOf(platform.newAccount("Curious"));
        String purchase = platform.get("accounts/" + other.id() + "/purchases")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        assertAll(OF_AN_ACCOUNT.stream().<Executable>map(part -> () -> {
            Answer foreign = key.get("accounts/" + other.id() + part);
            assertEquals(404, foreign.status(), part);
            assertEquals(key.get("accounts/" + NOBODY + part).body(), foreign.body(), part);
        }));
        assertEquals(404, key.get("purchases/" + purchase).status());
        String hold = platform.post(
                        "accounts/" + other.id() + "/holds", "{\"amount\":\"1\",\"product\":\"OTHER\"}", "theirs")
                .json()
                .getString("id");
        assertEquals(404, key.get("holds/" + hold).status());
        assertEquals(
                404,
                key.put("accounts/" + other.id() + "/budgets", "{\"period\":\"DAY\",\"amount\":null}")
                        .status());
        assertEquals(
                404,
                key.post("accounts/" + other.id() + "/purchases", "{\"amount\":\"25.00\"}", "theirs")
                        .status());
        assertEquals(
                404,
                key.post("accounts/" + other.id() + "/payment-methods", "{\"token\":\"pm_card_visa\"}")
                        .status());
        assertEquals(1, other.gatewayCharges().size());
    }

    @Test
    void an_account_key_does_nothing_that_is_the_platforms() {
        Customer own = withCredits("Owner");
        Billing key = keyOf(own);
        assertAll(Stream.of(
                        key.post("accounts", "{\"name\":\"x\",\"email\":\"x@example.com\"}"),
                        key.post("accounts/" + own.id() + "/grants", "{}", "gift"),
                        key.post("accounts/" + own.id() + "/holds", "{}", "hold"),
                        key.post("holds/hld_00000000000000000000000000/settle", "{}", "settle"),
                        key.post("holds/hld_00000000000000000000000000/release", "", "release"),
                        key.post("holds/hld_00000000000000000000000000/extend", "{}"),
                        key.post("sandbox/clock/advance", "{\"by\":\"P1D\"}"),
                        key.get("self-check"))
                .<Executable>map(answer -> () -> assertEquals(403, answer.status(), answer.body())));
        assertEquals("25.00", own.balance().getString("available"));
    }

    @Test
    void no_junk_in_the_place_of_an_amount_moves_money() {
        Customer own = withCredits("Junk");
        Stream<String> junk = Stream.of(
                "\"-25.00\"",
                "\"0\"",
                "\"4.99\"",
                "\"5.001\"",
                "\"NaN\"",
                "\"1e3\"",
                "\"10000.01\"",
                "\"\"",
                "\" 25\"",
                "\"25 EUR\"",
                "\"٢٥\"",
                "25",
                "25.00",
                "1e2147483648",
                "null",
                "true",
                "[]",
                "{}",
                "\"99999999999999999999\"");
        assertAll(junk.<Executable>map(amount -> () -> {
            Answer answer = platform.post(
                    "accounts/" + own.id() + "/purchases", "{\"amount\":" + amount + "}", "junk " + amount.hashCode());
            assertTrue(answer.status() == 400 || answer.status() == 422, amount + " → " + answer.status());
        }));
        assertEquals(1, own.gatewayCharges().size());
        assertEquals("25.00", own.balance().getString("available"));
    }

    @Test
    void the_sessions_cookie_is_for_our_pages_and_for_no_script_and_in_no_address() throws Exception {
        HttpResponse<String> page = page("login");
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().toLowerCase(Locale.ROOT);
        assertTrue(cookie.contains("httponly") && cookie.contains("samesite=lax"), cookie);
        assertFalse(page.body().toLowerCase(Locale.ROOT).contains("jsessionid"));
    }

    private static HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(Server.chosen().url().resolve(path))
                                .build(),
                        BodyHandlers.ofString());
    }
}
