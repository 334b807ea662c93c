package billing.web.purchase;

import billing.domain.purchase.Refund;
import billing.web.api.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** How the API writes refunds. */
final class RefundJson {
    private RefundJson() {}

    static JsonObject of(Refund refund) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", refund.id())
                .add("purchase", refund.purchaseId())
                .add("amount", refund.amount().toString())
                .add("status", refund.status().name())
                .add("reason", refund.reason())
                .add("createdAt", refund.createdAt().toString());
        refund.completedAt().ifPresent(at -> json.add("completedAt", at.toString()));
        return json.build();
    }
}
