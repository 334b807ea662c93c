package billing.it;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** One account, in the words of its owner. */
public final class Customer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Billing billing;
    private final String id;

    Customer(Billing billing, String id) {
        this.billing = billing;
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Puts it on other terms. */
    public Customer onTerms(String type, int tier) {
        billing.put(path("terms"), """
            {"type":"%s","tier":%d,"reason":"agreed"}\
            """.formatted(type, tier)).json();
        return this;
    }

    /** Adds a card by one of the gateway's test tokens and makes it the default. */
    public Answer addsCard(String token) {
        return billing.post(path("payment-methods"), """
            {"token":"%s","makeDefault":true}\
            """.formatted(token));
    }

    /** A purchase that is ready to be sent, once or however often. */
    public Purchase addsCredits(String amount) {
        return new Purchase(amount, UUID.randomUUID().toString());
    }

    public JsonObject balance() {
        return billing.get(path("balance")).json();
    }

    /** Some work is held for and costs that much. */
    public void spends(String amount) {
        String key = UUID.randomUUID().toString();
        JsonObject hold =
                billing.post(path("holds"), """
            {"amount":"%s","product":"EVALUATION"}\
            """.formatted(amount), key).json();
        billing.post("holds/" + hold.getString("id") + "/settle", """
            {"amount":"%s"}\
            """.formatted(amount), key)
                .json();
    }

    /** The platform reports a piece of usage of just now. */
    public JsonObject uses(String sku, String quantity, String project) {
        String now = billing.get("sandbox/clock").json().getString("now");
        return billing.post("usage-events", """
            {"events":[{"id":"%s","account":"%s","sku":"%s","quantity":"%s","time":"%s","labels":{"project":"%s"}}]}\
            """.formatted(UUID.randomUUID(), id, sku, quantity, now, project))
                .json();
    }

    /** May this account spend, and why not. */
    public JsonObject access() {
        return billing.get(path("access")).json();
    }

    public List<JsonObject> ledger() {
        return items(path("ledger"));
    }

    public List<JsonObject> purchases() {
        return items(path("purchases"));
    }

    /** Invoices and statements, newest first. */
    public List<JsonObject> invoices() {
        return items(path("invoices"));
    }

    /** How many mails of a kind were sent to the registered address. */
    public long mails(String kind) {
        String email = billing.get("accounts/" + id).json().getString("email");
        return items("sandbox/mail?to=" + email).stream()
                .filter(mail -> mail.getString("kind").equals(kind))
                .count();
    }

    /** The bank of whoever paid for the newest purchase does something about a dispute of it. */
    public void disputesNewest(String action) {
        billing.post("sandbox/gateway/disputes", """
            {"purchase":"%s","action":"%s"}\
            """.formatted(
                                purchases().get(0).getString("id"), action))
                .json();
    }

    /** What the gateway has really seen. */
    public List<JsonObject> gatewayCharges() {
        return items("sandbox/gateway/charges?account=" + id);
    }

    /** The amounts of which the gateway says that it charged them. */
    public List<String> succeededCharges() {
        return gatewayCharges().stream()
                .filter(charge -> charge.getString("status").equals("SUCCEEDED"))
                .map(charge -> charge.getString("amount"))
                .toList();
    }

    public JsonObject autoRecharge() {
        return billing.get(path("auto-recharge")).json();
    }

    public Answer setsAutoRecharge(String settings) {
        return billing.put(path("auto-recharge"), settings);
    }

    public Answer previewsAutoRecharge(String settings) {
        return billing.post(path("auto-recharge/preview"), settings);
    }

    /** The next try of a declined recharge, now. */
    public Answer retriesNow() {
        return billing.post(path("auto-recharge/retry"), "{}");
    }

    public List<JsonObject> agreements() {
        return items(path("auto-recharge/agreements"));
    }

    /** The newest purchase that auto-recharge made. */
    public JsonObject recharge() {
        return purchases().stream()
                .filter(purchase -> purchase.getString("source").equals("AUTO_RECHARGE"))
                .findFirst()
                .orElseThrow();
    }

    /** Recharges are charged behind the scenes: waits until it has come to a state, and fails when it does not. */
    public JsonObject waitsForAutoRecharge(String status) {
        Instant last = Instant.now().plus(PATIENCE);
        while (!autoRecharge().getString("status").equals(status)) {
            if (Instant.now().isAfter(last)) {
                throw new AssertionError("not " + status + " but " + autoRecharge());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return autoRecharge();
    }

    /** The balances below which its people are mailed, as the inside of a JSON array. */
    public Answer setsBalanceAlerts(String thresholds) {
        return billing.put(path("balance-alerts"), """
            {"thresholds":[%s]}\
            """.formatted(thresholds));
    }

    /** A new key that acts on this account alone. */
    public String key() {
        return billing.post(path("api-keys"), """
            {"name":"test"}\
            """).json().getString("key");
    }

    /** All items of a list, page by page. */
    private List<JsonObject> items(String path) {
        String pages = path + (path.contains("?") ? "&" : "?") + "limit=500";
        JsonObject page = billing.get(pages).json();
        List<JsonObject> all = new ArrayList<>(page.getJsonArray("items").getValuesAs(JsonValue::asJsonObject));
        while (!page.isNull("next")) {
            page = billing.get(pages + "&after=" + page.getString("next")).json();
            all.addAll(page.getJsonArray("items").getValuesAs(JsonValue::asJsonObject));
        }
        return all;
    }

    private String path(String noun) {
        return "accounts/" + id + "/" + noun;
    }

    /** The purchase of some credits under one idempotency key. */
    public final class Purchase {

        private final String amount;
        private final String key;

        private Purchase(String amount, String key) {
            this.amount = amount;
            this.key = key;
        }

        /** Sends it and expects it to be taken. */
        public JsonObject purchase() {
            return send().json();
        }

        /** Sends it, whatever is answered. */
        public Answer send() {
            return billing.post(path("purchases"), """
                {"amount":"%s"}\
                """.formatted(amount), key);
        }

        /** The same key for another amount. */
        public Purchase but(String otherAmount) {
            return new Purchase(otherAmount, key);
        }
    }
}
