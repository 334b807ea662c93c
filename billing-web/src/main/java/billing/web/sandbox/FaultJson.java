package billing.web.sandbox;

import billing.domain.id.AccountId;
import billing.ejb.sandbox.FaultKind;
import billing.web.api.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** How the API repeats a fault that it has taken down. */
final class FaultJson {
    private FaultJson() {}

    static JsonObject of(FaultKind next, int times, Optional<AccountId> account) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("next", next.name()).add("times", times);
        account.ifPresent(id -> json.add("account", id.toString()));
        return json.build();
    }
}
