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
                        Jsons.object(
                                "id",
                                id,
                                "object",
                                "charge",
                                "amount",
                                intent.number("amount"),
                                "amount_captured",
                                0,
                                "amount_refunded",
                                0,
                                "application",
                                null,
                                "application_fee",
                                null,
                                "application_fee_amount",
                                null,
                                "balance_transaction",
                                null,
                                "billing_details",
                                method.object("billing_details"),
                                "calculated_statement_descriptor",
                                "BILLING SANDBOX",
                                "captured",
                                false,
                                "created",
                                now,
                                "currency",
                                intent.need("currency"),
                                "customer",
                                intent.text("customer"),
                                "description",
                                intent.text("description"),
                                "disputed",
                                false,
                                "failure_balance_transaction",
                                null,
                                "failure_code",
                                null,
                                "failure_message",
                                null,
                                "fraud_details",
                                Jsons.object(),
                                "livemode",
                                false,
                                "metadata",
                                intent.object("metadata"),
                                "on_behalf_of",
                                null,
                                "outcome",
                                null,
                                "paid",
                                false,
                                "payment_intent",
                                intent.id(),
                                "payment_method",
                                method.id(),
                                "payment_method_details",
                                MethodShape.chargeDetails(method, intent.number("amount")),
                                "receipt_email",
                                intent.text("receipt_email"),
                                "receipt_number",
                                null,
                                "receipt_url",
                                null,
                                "refunded",
                                false,
                                "review",
                                null,
                                "shipping",
                                intent.body().get("shipping"),
                                "source",
                                null,
                                "source_transfer",
                                null,
                                "statement_descriptor",
                                intent.text("statement_descriptor"),
                                "statement_descriptor_suffix",
                                intent.text("statement_descriptor_suffix"),
                                "status",
                                "pending",
                                "transfer_data",
                                null,
                                "transfer_group",
                                null))
                .behaving(method.behaviour());
    }

    private static JsonObject outcome(String type, String network, @Nullable String reason, String sellerMessage) {
        return Jsons.object(
                "advice_code",
                null,
                "network_advice_code",
                null,
                "network_decline_code",
                null,
                "network_status",
                network,
                "reason",
                reason,
                "risk_level",
                type.equals("blocked") ? "highest" : "normal",
                "risk_score",
                type.equals("blocked") ? 90 : 20,
                "seller_message",
                sellerMessage,
                "type",
                type);
    }
}
