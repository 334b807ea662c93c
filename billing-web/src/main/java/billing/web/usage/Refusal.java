package billing.web.usage;

import billing.domain.usage.UsageEvent;
import billing.ejb.usage.RejectedEvent;
import billing.ejb.usage.Rejection;
import billing.web.api.Json;
import billing.web.api.SharedTexts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event that was not recorded.
 *
 * @param texts what could be read of it, by the names of its fields; those of labels begin with {@code labels.}
 */
record Refusal(String code, String message, Map<String, String> texts) {
    private static final String LABELS = "labels.";

    /** What the service says, with the event as it was read. */
    static Refusal of(Rejection rejection) {
        String code = rejection.code().name();
        return new Refusal(code, SharedTexts.rejection(code, rejection.detail()), texts(rejection.event()));
    }

    private static Map<String, String> texts(UsageEvent event) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("id", event.id());
        texts.put("account", event.account().toString());
        texts.put("sku", event.sku());
        texts.put("quantity", event.quantity().toPlainString());
        texts.put("time", event.occurredAt().toString());
        put(texts, LABELS + "apiKey", event.labels().apiKey());
        put(texts, LABELS + "project", event.labels().project());
        put(texts, LABELS + "model", event.labels().model());
        put(texts, "holdId", event.holdId());
        return texts;
    }

    private static void put(Map<String, String> texts, String name, @Nullable String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }

    /** As the caller is told. */
    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "id");
        add(json, "account");
        return json.add("code", code).add("message", message).build();
    }

    private void add(JsonObjectBuilder json, String name) {
        String text = texts.get(name);
        if (text == null) {
            json.addNull(name);
        } else {
            json.add(name, text);
        }
    }

    /** As it lies on the operators' desk. */
    RejectedEvent onDesk() {
        return new RejectedEvent(
                texts.getOrDefault("account", ""), texts.getOrDefault("id", ""), code, message, body());
    }

    private String body() {
        JsonObjectBuilder body = Json.createObjectBuilder();
        JsonObjectBuilder labels = Json.createObjectBuilder();
        texts.forEach((name, text) -> {
            if (name.startsWith(LABELS)) {
                labels.add(name.substring(LABELS.length()), text);
            } else {
                body.add(name, text);
            }
        });
        return body.add("labels", labels).build().toString();
    }
}
