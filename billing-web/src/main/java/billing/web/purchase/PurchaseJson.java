package billing.web.purchase;

import billing.domain.payment.DeclineCode;
import billing.domain.purchase.CreditPurchase;
import billing.web.api.Json;
import billing.web.api.SharedTexts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Optional;

/** How the API writes purchases. */
final class PurchaseJson {
    private PurchaseJson() {}

    /**
     * A purchase.
     *
     * @param page where its owner sees it, and can let the bank ask for approval
     */
    static JsonObject of(CreditPurchase purchase, String page) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", purchase.id())
                .add("account", purchase.account().toString())
                .add("amount", purchase.amount().toString())
                .add("currency", purchase.currency())
                .add("status", purchase.status().name())
                .add("source", purchase.source().name())
                .add("refunded", purchase.refunded().toString())
                .add("createdAt", purchase.createdAt().toString());
        purchase.completedAt().ifPresent(at -> json.add("completedAt", at.toString()));
        purchase.failure().ifPresent(code -> json.add("failure", failure(code)));
        purchase.actionUrl()
                .map(URI::toString)
                .or(() -> purchase.awaitsOwner() ? Optional.of(page) : Optional.empty())
                .ifPresent(url -> json.add("actionUrl", url));
        purchase.agreement().ifPresent(number -> json.add("agreement", number));
        return json.build();
    }

    private static JsonObject failure(DeclineCode code) {
        return Json.createObjectBuilder()
                .add("code", code.name())
                .add("message", SharedTexts.of(code))
                .build();
    }
}
