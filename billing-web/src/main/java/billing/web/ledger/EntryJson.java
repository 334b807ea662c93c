package billing.web.ledger;

import billing.domain.ledger.Cause;
import billing.domain.ledger.Entry;
import billing.web.api.Json;
import billing.web.api.SharedTexts;
import jakarta.json.JsonObject;

/** How the API writes entries: with the sign that the customer sees. */
final class EntryJson {
    private EntryJson() {}

    static JsonObject of(Entry entry) {
        return Json.createObjectBuilder()
                .add("id", entry.id())
                .add("at", entry.recordedAt().toString())
                .add("kind", entry.kind().name())
                .add("amount", entry.effect().toString())
                .add("balanceAfter", entry.balanceAfter().toString())
                .add("cause", of(entry.cause()))
                .add("actor", entry.actor())
                .add("description", SharedTexts.of(entry.kind()))
                .build();
    }

    private static JsonObject of(Cause cause) {
        return Json.createObjectBuilder()
                .add("type", cause.type().name())
                .add("id", cause.id())
                .build();
    }
}
