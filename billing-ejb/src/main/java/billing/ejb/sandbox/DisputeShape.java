package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Disputes as the API shows them (docs.stripe.com/api/disputes/object). */
final class DisputeShape {
    private static final List<String> EVIDENCE = List.of(
            "access_activity_log",
            "billing_address",
            "cancellation_policy",
            "cancellation_policy_disclosure",
            "cancellation_rebuttal",
            "customer_communication",
            "customer_email_address",
            "customer_name",
            "customer_purchase_ip",
            "customer_signature",
            "duplicate_charge_documentation",
            "duplicate_charge_explanation",
            "duplicate_charge_id",
            "product_description",
            "receipt",
            "refund_policy",
            "refund_policy_disclosure",
            "refund_refusal_explanation",
            "service_date",
            "service_documentation",
            "shipping_address",
            "shipping_carrier",
            "shipping_date",
            "shipping_documentation",
            "shipping_tracking_number",
            "uncategorized_file",
            "uncategorized_text");

    private DisputeShape() {}

    /** Of what is not refunded: nobody asks back what is back. */
    static Doc dispute(Doc charge, String reason, String status, Instant dueBy, Instant now) {
        boolean inquiry = status.startsWith("warning_");
        return Doc.of(
                        Kind.DISPUTE,
                        Jsons.build()
                                .add("id", Kind.DISPUTE.newId())
                                .add("object", "dispute")
                                .add("amount", charge.number("amount") - charge.number("amount_refunded"))
                                .add("balance_transactions", List.of())
                                .add("charge", charge.id())
                                .add("created", now)
                                .add("currency", charge.need("currency"))
                                .add("enhanced_eligibility_types", List.of())
                                .add("evidence", evidence())
                                .add("evidence_details", evidenceDetails(dueBy))
                                .add("is_charge_refundable", inquiry)
                                .add("livemode", false)
                                .add("metadata", Jsons.object())
                                .add("payment_intent", charge.text("payment_intent"))
                                .add("reason", reason)
                                .add("status", status)
                                .done())
                .with(cardDetails(charge, inquiry));
    }

    private static JsonObject evidence() {
        JsonObject evidence = Jsons.object("enhanced_evidence", Jsons.object());
        for (String each : EVIDENCE) {
            evidence = Jsons.with(evidence, each, null);
        }
        return evidence;
    }

    private static JsonObject evidenceDetails(Instant dueBy) {
        return Jsons.build()
                .add("due_by", dueBy)
                .add("enhanced_eligibility", Jsons.object())
                .add("has_evidence", false)
                .add("past_due", false)
                .add("submission_count", 0)
                .done();
    }

    /** Bank debits have no such details. */
    private static @Nullable Object[] cardDetails(Doc charge, boolean inquiry) {
        JsonObject paidBy =
                charge.object("payment_method_details").get("card") instanceof JsonObject card ? card : Jsons.object();
        String brand = Jsons.text(paidBy, "brand");
        if (brand == null) {
            return new Object[0];
        }
        JsonObject shown = Jsons.build()
                .add("brand", brand)
                .add("case_type", inquiry ? "inquiry" : "chargeback")
                .add("network", brand)
                .add("network_reason_code", "10.4")
                .done();
        return new Object[] {"payment_method_details", Jsons.object("card", shown, "type", "card")};
    }
}
