package billing.ejb.sandbox;

import billing.domain.id.Sha256;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payment methods as the API shows them (docs.stripe.com/api/payment_methods/object). */
final class MethodShape {
    private MethodShape() {}

    /** A payment method that belongs to nobody yet. */
    static Doc method(TestMethod method, JsonObject details, JsonObject billingDetails, Instant now) {
        JsonObject body = Jsons.build()
                .add("id", Kind.PAYMENT_METHOD.newId())
                .add("object", "payment_method")
                .add("allow_redisplay", "unspecified")
                .add("billing_details", billingDetails)
                .add(method.type(), details)
                .add("created", now)
                .add("customer", null)
                .add("customer_account", null)
                .add("livemode", false)
                .add("metadata", Jsons.object())
                .add("type", method.type())
                .done();
        return Doc.of(Kind.PAYMENT_METHOD, body).behaving(method.token());
    }

    static JsonObject card(TestCard card, int expMonth, int expYear) {
        return Jsons.build()
                .add("brand", card.brand())
                .add("checks", checks())
                .add("country", "US")
                .add("display_brand", card.brand().equals("amex") ? "american_express" : card.brand())
                .add("exp_month", expMonth)
                .add("exp_year", expYear)
                .add("fingerprint", fingerprint(card.number()))
                .add("funding", card.funding())
                .add("generated_from", null)
                .add("last4", card.number().substring(card.number().length() - 4))
                .add("networks", Jsons.object("available", List.of(card.brand()), "preferred", null))
                .add("regulated_status", "unregulated")
                .add("three_d_secure_usage", Jsons.object("supported", true))
                .add("wallet", null)
                .done();
    }

    /** The same for the same card, and not to be turned back into its number: there are only a few, all public. */
    static String fingerprint(String of) {
        return Sha256.hex("sandbox:" + of).substring(0, 16);
    }

    static JsonObject checks() {
        return Jsons.object("address_line1_check", null, "address_postal_code_check", null, "cvc_check", "pass");
    }

    static JsonObject billingDetails(@Nullable String name, @Nullable String email, @Nullable String postcode) {
        JsonObject address = Jsons.build()
                .add("city", null)
                .add("country", null)
                .add("line1", null)
                .add("line2", null)
                .add("postal_code", postcode)
                .add("state", null)
                .done();
        return Jsons.object("address", address, "email", email, "name", name, "phone", null, "tax_id", null);
    }

    /** What a charge remembers of the method that paid it. */
    static JsonObject chargeDetails(Doc method, long amount) {
        String type = method.need("type");
        JsonObject details = method.object(type);
        JsonObject shown = type.equals("card") ? cardOfCharge(details, amount) : bankOfCharge(details);
        return Jsons.object(type, shown, "type", type);
    }

    private static JsonObject cardOfCharge(JsonObject card, long amount) {
        return Jsons.build()
                .add("amount_authorized", amount)
                .add("authorization_code", null)
                .add("brand", card.get("brand"))
                .add("checks", card.get("checks"))
                .add("country", card.get("country"))
                .add("exp_month", card.get("exp_month"))
                .add("exp_year", card.get("exp_year"))
                .add("extended_authorization", Jsons.object("status", "disabled"))
                .add("fingerprint", card.get("fingerprint"))
                .add("funding", card.get("funding"))
                .add("incremental_authorization", Jsons.object("status", "unavailable"))
                .add("installments", null)
                .add("last4", card.get("last4"))
                .add("mandate", null)
                .add("multicapture", Jsons.object("status", "unavailable"))
                .add("network", card.get("brand"))
                .add("network_token", Jsons.object("used", false))
                .add("network_transaction_id", null)
                .add("overcapture", Jsons.object("maximum_amount_capturable", amount, "status", "unavailable"))
                .add("regulated_status", "unregulated")
                .add("three_d_secure", null)
                .add("transaction_link_id", null)
                .add("wallet", null)
                .done();
    }

    private static JsonObject bankOfCharge(JsonObject bank) {
        JsonValue none = JsonValue.NULL;
        return Jsons.build()
                .add("account_holder_type", bank.getOrDefault("account_holder_type", none))
                .add("account_type", bank.getOrDefault("account_type", none))
                .add("bank_name", bank.getOrDefault("bank_name", none))
                .add("fingerprint", bank.getOrDefault("fingerprint", none))
                .add("last4", bank.getOrDefault("last4", none))
                .add("payment_reference", null)
                .add("routing_number", bank.getOrDefault("routing_number", none))
                .done();
    }
}
