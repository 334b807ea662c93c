package billing.ejb.sandbox;

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
        JsonObject body = Jsons.object(
                "id",
                Kind.PAYMENT_METHOD.newId(),
                "object",
                "payment_method",
                "allow_redisplay",
                "unspecified",
                "billing_details",
                billingDetails,
                method.type(),
                details,
                "created",
                now,
                "customer",
                null,
                "customer_account",
                null,
                "livemode",
                false,
                "metadata",
                Jsons.object(),
                "type",
                method.type());
        return Doc.of(Kind.PAYMENT_METHOD, body).behaving(method.token());
    }

    static JsonObject card(TestCard card, int expMonth, int expYear) {
        return Jsons.object(
                "brand",
                card.brand(),
                "checks",
                checks(),
                "country",
                "US",
                "display_brand",
                card.brand().equals("amex") ? "american_express" : card.brand(),
                "exp_month",
                expMonth,
                "exp_year",
                expYear,
                "fingerprint",
                fingerprint(card.number()),
                "funding",
                card.funding(),
                "generated_from",
                null,
                "last4",
                card.number().substring(card.number().length() - 4),
                "networks",
                Jsons.object("available", List.of(card.brand()), "preferred", null),
                "regulated_status",
                "unregulated",
                "three_d_secure_usage",
                Jsons.object("supported", true),
                "wallet",
                null);
    }

    /** The same for the same card, and not to be turned back into its number: there are only a few, all public. */
    static String fingerprint(String of) {
        return Digests.sha256("sandbox:" + of).substring(0, 16);
    }

    static JsonObject checks() {
        return Jsons.object("address_line1_check", null, "address_postal_code_check", null, "cvc_check", "pass");
    }

    static JsonObject billingDetails(@Nullable String name, @Nullable String email, @Nullable String postcode) {
        JsonObject address = Jsons.object(
                "city", null, "country", null, "line1", null, "line2", null, "postal_code", postcode, "state", null);
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
        return Jsons.object(
                "amount_authorized", amount,
                "authorization_code", null,
                "brand", card.get("brand"),
                "checks", card.get("checks"),
                "country", card.get("country"),
                "exp_month", card.get("exp_month"),
                "exp_year", card.get("exp_year"),
                "extended_authorization", Jsons.object("status", "disabled"),
                "fingerprint", card.get("fingerprint"),
                "funding", card.get("funding"),
                "incremental_authorization", Jsons.object("status", "unavailable"),
                "installments", null,
                "last4", card.get("last4"),
                "mandate", null,
                "multicapture", Jsons.object("status", "unavailable"),
                "network", card.get("brand"),
                "network_token", Jsons.object("used", false),
                "network_transaction_id", null,
                "overcapture", Jsons.object("maximum_amount_capturable", amount, "status", "unavailable"),
                "regulated_status", "unregulated",
                "three_d_secure", null,
                "transaction_link_id", null,
                "wallet", null);
    }

    private static JsonObject bankOfCharge(JsonObject bank) {
        JsonValue none = JsonValue.NULL;
        return Jsons.object(
                "account_holder_type", bank.getOrDefault("account_holder_type", none),
                "account_type", bank.getOrDefault("account_type", none),
                "bank_name", bank.getOrDefault("bank_name", none),
                "fingerprint", bank.getOrDefault("fingerprint", none),
                "last4", bank.getOrDefault("last4", none),
                "payment_reference", null,
                "routing_number", bank.getOrDefault("routing_number", none));
    }
}
