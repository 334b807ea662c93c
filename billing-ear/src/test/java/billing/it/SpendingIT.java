package billing.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Holds, budgets and access as a platform meets them over REST. */
@OnServer
class SpendingIT {
    private final Billing platform = Billing.asPlatform();

    private Customer withCredits(String amount) {
        Customer customer = platform.newAccount("Spender");
        assertEquals(201, customer.addsCard("pm_card_visa").status());
        customer.addsCredits(amount).purchase();
        return customer;
    }

    private static String at(Customer customer, String noun) {
        return "accounts/" + customer.id() + "/" + noun;
    }

    private Answer holds(Customer customer, String amount, String key) {
        return platform.post(at(customer, "holds"), """
            {"amount":"%s","product":"FINE_TUNING","labels":{"project":"red"},"reference":"job-7"}\
            """.formatted(amount), key);
    }

    private Answer holds(Customer customer, String amount) {
        return holds(customer, amount, UUID.randomUUID().toString());
    }

    private void booksFit() {
        JsonObject check = platform.selfCheck();
        assertTrue(check.getBoolean("ok"), check.toString());
    }

    @Test
    void twenty_parallel_holds_settles_and_releases_with_one_key_each_are_one() {
        Customer acme = withCredits("25.00");
        List<String> ids = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> holds(acme, "4.00", "one").json().getString("id"))
                .distinct()
                .toList();
        assertEquals(1, ids.size());
        assertEquals("21.00", acme.balance().getString("available"));
        String hold = "holds/" + ids.get(0);
        IntStream.range(0, 20)
                .parallel()
                .forEach(i -> platform.post(hold + "/settle", "{\"amount\":\"1.50\"}", "end")
                        .json());
        assertEquals("23.50", acme.balance().getString("available"));
        assertEquals("SETTLED", holds(acme, "4.00", "one").json().getString("status"));
        assertEquals(
                "HOLD_SETTLED", platform.post(hold + "/release", "", "late").code());

        String other = "holds/" + holds(acme, "4.00").json().getString("id");
        IntStream.range(0, 20)
                .parallel()
                .forEach(i -> platform.post(other + "/release", "", "r").json());
        assertEquals(
                "HOLD_RELEASED",
                platform.post(other + "/settle", "{\"amount\":\"1\"}", "s").code());
        assertEquals("23.50", acme.balance().getString("available"));
        booksFit();
    }

    @Test
    void forty_parallel_holds_against_credit_for_ten_get_exactly_ten() {
        Customer acme = withCredits("10.00");
        long granted = IntStream.range(0, 40)
                .parallel()
                .filter(i -> holds(acme, "1.00").status() == 201)
                .count();
        assertEquals(10, granted);
        assertEquals("BALANCE_EXHAUSTED", acme.access().getString("reason"));
        Answer refused = holds(acme, "1.00");
        assertEquals(402, refused.status());
        JsonObject problem = Json.parse(refused.body());
        assertEquals("BALANCE_EXHAUSTED", problem.getString("reason"));
        assertEquals("0.00", problem.getString("available"));
        assertEquals("0.00", problem.getString("limit"));
        assertEquals("1.00", problem.getString("required"));
        assertTrue(problem.getString("fixUrl").endsWith("/settings/billing"));
        booksFit();
    }

    @Test
    void what_a_lost_dispute_left_is_told_and_paid_by_the_next_credits() {
        Customer acme = withCredits("25.00");
        acme.spends("10.00");
        acme.disputesNewest("OPEN");
        assertEquals("15.00", acme.balance().getString("frozen"));
        acme.disputesNewest("LOSE");
        assertEquals("0.00", acme.balance().getString("frozen"));
        assertEquals("10.00", acme.balance().getString("disputeDebt"));
        assertEquals("0.00", acme.balance().getString("receivable"));
        assertEquals("PAST_DUE", acme.access().getString("reason"));
        assertTrue(acme.access().getString("fixUrl").endsWith("/settings/add-credits"));
        assertTrue(Json.parse(holds(acme, "1.00").body()).getString("fixUrl").endsWith("/settings/add-credits"));
        acme.addsCredits("12.00").purchase();
        assertEquals("0.00", acme.balance().getString("disputeDebt"));
        assertEquals("2.00", acme.balance().getString("available"));
        assertTrue(acme.access().getBoolean("allowed"));
        booksFit();
    }

    @Test
    void a_hard_budget_closes_access_to_its_project_and_the_owner_may_lift_it() {
        Customer acme = withCredits("25.00");
        Billing owner = platform.as(
                platform.post(at(acme, "api-keys"), "{\"name\":\"own\"}").json().getString("key"));
        String budget = """
            {"scope":{"project":"red"},"period":"DAY","amount":%s,"mode":"HARD"}\
            """;
        assertEquals(
                200,
                owner.put(at(acme, "budgets"), budget.formatted("\"4.00\"")).status());
        holds(acme, "4.00").json();
        assertEquals(
                "BUDGET_REACHED",
                platform.get(at(acme, "access?project=red")).json().getString("reason"));
        assertTrue(platform.get(at(acme, "access?project=blue")).json().getBoolean("allowed"));
        assertEquals("BUDGET_REACHED", Json.parse(holds(acme, "1.00").body()).getString("reason"));
        assertEquals(
                204, owner.put(at(acme, "budgets"), budget.formatted("null")).status());
        assertTrue(platform.get(at(acme, "access?project=red")).json().getBoolean("allowed"));
        booksFit();
    }

    @Test
    void who_waits_for_another_epoch_is_told_when_credits_arrive_and_else_when_the_time_is_over() {
        Customer acme = platform.newAccount("Waiter");
        assertEquals(201, acme.addsCard("pm_card_visa").status());
        int epoch = acme.access().getInt("epoch");
        String wait = at(acme, "access?epoch=" + epoch + "&wait=");
        assertEquals(epoch, platform.get(wait + 1).json().getInt("epoch"));
        CompletableFuture<JsonObject> waiting =
                CompletableFuture.supplyAsync(() -> platform.get(wait + 30).json());
        assertFalse(waiting.isDone());
        acme.addsCredits("5.00").purchase();
        assertTrue(waiting.join().getBoolean("allowed"));
        assertTrue(platform.get(wait + 30).json().getInt("epoch") > epoch);
    }

    @Test
    void a_revoked_key_is_refused_at_once_and_what_is_no_plain_question_is_answered_as_everywhere() {
        Customer acme = withCredits("5.00");
        JsonObject made =
                platform.post(at(acme, "api-keys"), "{\"name\":\"own\"}").json();
        Billing owner = platform.as(made.getString("key"));
        assertEquals(200, owner.get(at(acme, "access")).status());
        assertEquals(
                204,
                platform.delete(at(acme, "api-keys/" + made.getString("id"))).status());
        assertEquals("UNAUTHORIZED", owner.get(at(acme, "access")).code());
        assertEquals(
                "UNAUTHORIZED", platform.as("guess").get(at(acme, "access")).code());
        assertEquals(
                "METHOD_NOT_ALLOWED", platform.post(at(acme, "access"), "{}").code());
        assertEquals(
                "NOT_FOUND", platform.get("accounts/acc_0000000000001/access").code());
        assertEquals(
                Set.of("project", "wait", "epoch"),
                platform.get(at(acme, "access?project=&wait=31&epoch=x")).fields());
    }

    @Test
    void bad_input_is_named_and_holds_nothing() {
        Customer acme = withCredits("5.00");
        assertAll(Stream.of("\"0\"", "\"-1\"", "1", "\"0.0000000001\"", "\"NaN\"", "\"1e3\"", "null")
                .<Executable>map(amount -> () -> assertEquals(
                        Set.of("amount"),
                        platform.post(at(acme, "holds"), "{\"product\":\"OTHER\",\"amount\":" + amount + "}", "bad")
                                .fields())));
        assertEquals(
                Set.of("product", "labels.project", "expiresInSeconds", "onExpiry", "extra"),
                platform.post(at(acme, "holds"), """
                    {"amount":"1","product":"X","labels":{"project":"%s"},"expiresInSeconds":0,"onExpiry":"KEEP","extra":1}\
                    """.formatted("x".repeat(101)), "bad")
                        .fields());
        assertEquals(
                "IDEMPOTENCY_KEY_REQUIRED",
                platform.post(at(acme, "holds"), "{\"amount\":\"1\",\"product\":\"OTHER\"}")
                        .code());
        assertEquals(
                "NOT_FOUND",
                platform.get("holds/hld_00000000000000000000000000").code());
        assertEquals("5.00", acme.balance().getString("available"));
    }
}
