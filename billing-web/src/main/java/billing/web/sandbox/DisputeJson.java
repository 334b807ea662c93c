package billing.web.sandbox;

import billing.ejb.sandbox.SandboxDispute;
import billing.web.api.Json;
import jakarta.json.JsonObject;

/** How the API writes what a bank did about a payment. */
final class DisputeJson {
    private DisputeJson() {}

    static JsonObject of(SandboxDispute dispute, String purchase) {
        return Json.createObjectBuilder()
                .add("id", dispute.id())
                .add("purchase", purchase)
                .add("status", dispute.status())
                .add("amount", dispute.amount().toString())
                .build();
    }
}
