package billing.web.access;

import billing.domain.access.Hold;
import billing.domain.access.HoldTerms;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.web.api.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/** How the API writes holds. */
final class HoldJson {
    private HoldJson() {}

    static JsonObject of(Hold hold) {
        HoldTerms terms = hold.terms();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", hold.id())
                .add("account", hold.account().toString())
                .add("amount", terms.amount().toString())
                .add("rest", hold.rest().toString())
                .add("charged", hold.charged().toString())
                .add("status", hold.status().name())
                .add("product", terms.product().name());
        add(json, "reference", terms.reference());
        add(json, terms.labels());
        json.add("onExpiry", terms.onExpiry().name())
                .add("expiresAt", hold.expiresAt().toString())
                .add("createdAt", hold.createdAt().toString());
        add(json, hold.ending());
        return json.build();
    }

    private static void add(JsonObjectBuilder json, Labels labels) {
        if (!labels.equals(Labels.NONE)) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            add(object, "apiKey", labels.apiKey());
            add(object, "project", labels.project());
            add(object, "model", labels.model());
            json.add("labels", object);
        }
    }

    private static void add(JsonObjectBuilder json, Hold.@Nullable Ending ending) {
        if (ending != null) {
            json.add("endedAt", ending.at().toString());
            Money total = ending.total();
            add(json, "settledFor", total == null ? null : total.toString());
        }
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
