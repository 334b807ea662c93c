package billing.web.account;

import billing.domain.ledger.CreditGrant;
import billing.web.api.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** How the API writes grants. */
final class GrantJson {
    private GrantJson() {}

    static JsonObject of(CreditGrant grant) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", grant.id())
                .add("kind", grant.kind().name())
                .add("amount", grant.amount().toString())
                .add("rest", grant.rest().toString())
                .add("createdAt", grant.grantedAt().toString());
        if (grant.expiresAt() != null) {
            json.add("expiresAt", grant.expiresAt().toString());
        }
        return json.build();
    }
}
