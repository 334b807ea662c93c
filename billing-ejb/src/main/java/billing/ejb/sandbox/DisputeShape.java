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

    static Doc dispute(Doc charge, String reason, String status, Instant dueBy, Instant now) {
        boolean inquiry = status.startsWith("warning_");
        return Doc.of(
                        Kind.DISPUTE,
                        Jsons.object(
                                "id", Kind.DISPUTE.newId(),
                                "object", "dispute",
                                "amount", charge.number("amount"),
                                "balance_transactions", List.of(),
                                "charge", charge.id(),
                                "created", now,
                                "currency", charge.need("currency"),
                                "enhanced_eligibility_types", List.of(),
                                "evidence", evidence(),
                                "evidence_details", evidenceDetails(dueBy),
                                "is_charge_refundable", inquiry,
                                "livemode", false,
                                "metadata", Jsons.object(),
                                "payment_intent", charge.text("payment_intent"),
                                "reason", reason,
                                "status", status))
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
        return Jsons.object(
                "due_by",
                dueBy,
                "enhanced_eligibility",
                Jsons.object(),
                "has_evidence",
                false,
                "past_due",
                false,
                "submission_count",
                0);
    }

    /** Bank debits have no such details. */
    private static @Nullable Object[] cardDetails(Doc charge, boolean inquiry) {
        JsonObject paidBy =
                charge.object("payment_method_details").get("card") instanceof JsonObject card ? card : Jsons.object();
        String brand = Jsons.text(paidBy, "brand");
        if (brand == null) {
            return new Object[0];
        }
        JsonObject shown = Jsons.object(
                "brand",
                brand,
                "case_type",
                inquiry ? "inquiry" : "chargeback",
                "network",
                brand,
                "network_reason_code",
                "10.4");
        return new Object[] {"payment_method_details", Jsons.object("card", shown, "type", "card")};
    }
}
