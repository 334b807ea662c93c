package billing.it;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One account, in the words of its owner. */
public final class Customer {

    private final Billing billing;
    private final String id;

    Customer(Billing billing, String id) {
        this.billing = billing;
        this.id = id;
    }

    public String id() {
        return id;
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
