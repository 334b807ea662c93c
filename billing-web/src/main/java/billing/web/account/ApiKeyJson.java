package billing.web.account;

import billing.domain.account.ApiKey;
import billing.ejb.account.NewKey;
import billing.web.api.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** How the API writes keys. */
final class ApiKeyJson {
    private ApiKeyJson() {}

    static JsonObject of(ApiKey key) {
        return builder(key).build();
    }

    /** The only answer that has the key itself in it. */
    static JsonObject of(NewKey key) {
        return builder(key.key()).add("key", key.secret()).build();
    }

    private static JsonObjectBuilder builder(ApiKey key) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", key.id())
                .add("name", key.name())
                .add("hint", key.hint())
                .add("createdAt", key.createdAt().toString());
        key.revokedAt().ifPresent(at -> json.add("revokedAt", at.toString()));
        return json;
    }
}
