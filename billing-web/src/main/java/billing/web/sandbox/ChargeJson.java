package billing.web.sandbox;

import billing.ejb.sandbox.SandboxCharge;
import billing.web.api.Json;
import billing.web.api.JsonList;
import jakarta.json.JsonObject;

/** How the API writes what the gateway has seen. */
final class ChargeJson {
    private ChargeJson() {}

    static JsonObject of(SandboxCharge charge) {
        return Json.createObjectBuilder()
                .add("id", charge.id())
                .add("idempotencyKey", JsonList.orNull(charge.idempotencyKey()))
                .add("amount", charge.amount().toString())
                .add("status", charge.status())
                .add("createdAt", charge.createdAt().toString())
                .build();
    }
}
