package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Charges as the API shows them (docs.stripe.com/api/charges/object). */
final class ChargeShape {
    private ChargeShape() {}

    static Doc succeeded(Doc intent, Doc method, String id, Instant now) {
        JsonObject outcome = outcome("authorized", "approved_by_network", null, "Payment complete.");
        return charge(intent, method, id, now)
                .with("amount_captured", intent.number("amount"), "captured", true, "paid", true)
                .with("outcome", outcome, "status", "succeeded");
    }

    /** A debit that is under way. */
    static Doc pending(Doc intent, Doc method, String id, Instant now) {
        JsonObject outcome = outcome("authorized", "approved_by_network", null, "Payment complete.");
        return charge(intent, method, id, now)
                .with("amount_captured", intent.number("amount"), "captured", true, "paid", false)
                .with("outcome", outcome, "status", "pending");
    }

    static Doc failed(Doc charge, Decline decline) {
        boolean blocked = "fraudulent".equals(decline.declineCode());
        JsonObject outcome = blocked
                ? outcome("blocked", "not_sent_to_network", "highest_risk_level", "Stripe blocked this payment.")
                : outcome(
                        "issuer_declined",
                        "declined_by_network",
                        decline.reason(),
                        "The bank did not approve this payment.");
        return charge.with("amount_captured", 0, "captured", false, "paid", false)
                .with("failure_code", decline.code(), "failure_message", decline.message())
                .with("outcome", outcome, "status", "failed");
    }

    static Doc charge(Doc intent, Doc method, String id, Instant now) {
        return Doc.of(
                        Kind.CHARGE,
                        Jsons.build()
                                .add("id", id)
                                .add("object", "charge")
                                .add("amount", intent.number("amount"))
                                .add("amount_captured", 0)
                                .add("amount_refunded", 0)
                                .add("application", null)
                                .add("application_fee", null)
                                .add("application_fee_amount", null)
                                .add("balance_transaction", null)
                                .add("billing_details", method.object("billing_details"))
                                .add("calculated_statement_descriptor", "BILLING SANDBOX")
                                .add("captured", false)
                                .add("created", now)
                                .add("currency", intent.need("currency"))
                                .add("customer", intent.text("customer"))
                                .add("description", intent.text("description"))
                                .add("disputed", false)
                                .add("failure_balance_transaction", null)
                                .add("failure_code", null)
                                .add("failure_message", null)
                                .add("fraud_details", Jsons.object())
                                .add("livemode", false)
                                .add("metadata", intent.object("metadata"))
                                .add("on_behalf_of", null)
                                .add("outcome", null)
                                .add("paid", false)
                                .add("payment_intent", intent.id())
                                .add("payment_method", method.id())
                                .add(
                                        "payment_method_details",
                                        MethodShape.chargeDetails(method, intent.number("amount")))
                                .add("receipt_email", intent.text("receipt_email"))
                                .add("receipt_number", null)
                                .add("receipt_url", null)
                                .add("refunded", false)
                                .add("review", null)
                                .add("shipping", intent.body().get("shipping"))
                                .add("source", null)
                                .add("source_transfer", null)
                                .add("statement_descriptor", intent.text("statement_descriptor"))
                                .add("statement_descriptor_suffix", intent.text("statement_descriptor_suffix"))
                                .add("status", "pending")
                                .add("transfer_data", null)
                                .add("transfer_group", null)
                                .done())
                .behaving(method.behaviour());
    }

    private static JsonObject outcome(String type, String network, @Nullable String reason, String sellerMessage) {
        return Jsons.build()
                .add("advice_code", null)
                .add("network_advice_code", null)
                .add("network_decline_code", null)
                .add("network_status", network)
                .add("reason", reason)
                .add("risk_level", type.equals("blocked") ? "highest" : "normal")
                .add("risk_score", type.equals("blocked") ? 90 : 20)
                .add("seller_message", sellerMessage)
                .add("type", type)
                .done();
    }
}
