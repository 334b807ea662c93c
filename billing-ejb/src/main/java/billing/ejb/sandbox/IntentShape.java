package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payment and setup intents as the API shows them (docs.stripe.com/api/payment_intents/object and setup_intents). */
final class IntentShape {
    /** The types that an account has when a request names none. */
    static final List<String> AUTOMATIC_TYPES = List.of("card", "us_bank_account");

    private IntentShape() {}

    static Doc payment(Params params, long amount, String currency, Instant now) {
        String id = Kind.PAYMENT_INTENT.newId();
        List<String> types = orAutomatic(params.list("payment_method_types"));
        return Doc.of(
                Kind.PAYMENT_INTENT,
                Jsons.build()
                        .add("id", id)
                        .add("object", "payment_intent")
                        .add("allowed_payment_method_types", null)
                        .add("amount", amount)
                        .add("amount_capturable", 0)
                        .add("amount_details", Jsons.object("tip", Jsons.object()))
                        .add("amount_received", 0)
                        .add("application", null)
                        .add("application_fee_amount", null)
                        .add("automatic_payment_methods", automatic(params))
                        .add("canceled_at", null)
                        .add("cancellation_reason", null)
                        .add("capture_method", "automatic_async")
                        .add("client_secret", Ids.random(id + "_secret_", 25))
                        .add("confirmation_method", "automatic")
                        .add("created", now)
                        .add("currency", currency)
                        .add("customer", params.text("customer"))
                        .add("customer_account", null)
                        .add("description", params.text("description"))
                        .add("excluded_payment_method_types", null)
                        .add("last_payment_error", null)
                        .add("latest_charge", null)
                        .add("livemode", false)
                        .add("managed_payments", null)
                        .add("metadata", Metadata.of(params))
                        .add("next_action", null)
                        .add("on_behalf_of", null)
                        .add("payment_method", null)
                        .add("payment_method_configuration_details", null)
                        .add("payment_method_options", options(types, true))
                        .add("payment_method_types", types)
                        .add("processing", null)
                        .add("receipt_email", params.text("receipt_email"))
                        .add("review", null)
                        .add("setup_future_usage", params.text("setup_future_usage"))
                        .add("shipping", shipping(params))
                        .add("source", null)
                        .add("statement_descriptor", params.text("statement_descriptor"))
                        .add("statement_descriptor_suffix", params.text("statement_descriptor_suffix"))
                        .add("status", "requires_payment_method")
                        .add("transfer_data", null)
                        .add("transfer_group", null)
                        .done());
    }

    static Doc setup(Params params, String prefix, @Nullable String customer, Instant now) {
        List<String> types = orAutomatic(params.list("payment_method_types"));
        String id = Kind.SETUP_INTENT.newId();
        return Doc.of(
                Kind.SETUP_INTENT,
                Jsons.build()
                        .add("id", id)
                        .add("object", "setup_intent")
                        .add("allowed_payment_method_types", null)
                        .add("application", null)
                        .add("automatic_payment_methods", automatic(params))
                        .add("cancellation_reason", null)
                        .add("client_secret", Ids.random(id + "_secret_", 25))
                        .add("created", now)
                        .add("customer", customer)
                        .add("customer_account", null)
                        .add("description", params.text(prefix + "description"))
                        .add("excluded_payment_method_types", null)
                        .add("flow_directions", null)
                        .add("last_setup_error", null)
                        .add("latest_attempt", null)
                        .add("livemode", false)
                        .add("managed_payments", null)
                        .add("mandate", null)
                        .add("metadata", Metadata.of(params, prefix + "metadata"))
                        .add("next_action", null)
                        .add("on_behalf_of", null)
                        .add("payment_method", null)
                        .add("payment_method_configuration_details", null)
                        .add("payment_method_options", options(types, false))
                        .add("payment_method_types", types)
                        .add("single_use_mandate", null)
                        .add("status", "requires_payment_method")
                        .add("usage", params.optional("usage").orElse("off_session"))
                        .done());
    }

    /** Where the customer is sent to approve; without a way back only Stripe's script could do it. */
    static JsonObject approval(Doc intent, @Nullable String returnUrl, String address) {
        String url = address + "/authorize/" + intent.id();
        if (returnUrl == null) {
            JsonObject script = Jsons.object("type", "three_d_secure_redirect", "stripe_js", url);
            return Jsons.object("type", "use_stripe_sdk", "use_stripe_sdk", script);
        }
        JsonObject redirect = Jsons.object("return_url", returnUrl, "url", url);
        return Jsons.object("redirect_to_url", redirect, "type", "redirect_to_url");
    }

    private static List<String> orAutomatic(List<String> types) {
        return types.isEmpty() ? AUTOMATIC_TYPES : types;
    }

    private static @Nullable JsonObject automatic(Params params) {
        if (!isAutomatic(params)) {
            return null;
        }
        String redirects =
                params.optional("automatic_payment_methods.allow_redirects").orElse("always");
        return Jsons.object("allow_redirects", redirects, "enabled", true);
    }

    /** Types are chosen by the account's settings unless the request names them. */
    static boolean isAutomatic(Params params) {
        boolean refused = "false".equals(params.text("automatic_payment_methods.enabled"));
        return params.list("payment_method_types").isEmpty() && !refused;
    }

    /** A setup knows no instalments. */
    private static JsonObject options(List<String> types, boolean payment) {
        JsonObject card = Jsons.object("mandate_options", null, "network", null, "request_three_d_secure", "automatic");
        JsonObject bank = Jsons.object("verification_method", "automatic");
        JsonObject all = types.contains("card")
                ? Jsons.object("card", payment ? Jsons.with(card, "installments", null) : card)
                : Jsons.object();
        return types.contains("us_bank_account") ? Jsons.with(all, "us_bank_account", bank) : all;
    }

    private static @Nullable JsonObject shipping(Params params) {
        if (!params.hasAny("shipping")) {
            return null;
        }
        JsonObject address = Jsons.object();
        for (String line : List.of("city", "country", "line1", "line2", "postal_code", "state")) {
            address = Jsons.with(address, line, params.text("shipping.address." + line));
        }
        return Jsons.build()
                .add("address", address)
                .add("carrier", params.text("shipping.carrier"))
                .add("name", params.text("shipping.name"))
                .add("phone", params.text("shipping.phone"))
                .add("tracking_number", params.text("shipping.tracking_number"))
                .done();
    }
}
