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
        List<String> types = params.list("payment_method_types");
        return Doc.of(
                Kind.PAYMENT_INTENT,
                Jsons.object(
                        "id",
                        id,
                        "object",
                        "payment_intent",
                        "allowed_payment_method_types",
                        null,
                        "amount",
                        amount,
                        "amount_capturable",
                        0,
                        "amount_details",
                        Jsons.object("tip", Jsons.object()),
                        "amount_received",
                        0,
                        "application",
                        null,
                        "application_fee_amount",
                        null,
                        "automatic_payment_methods",
                        automatic(params),
                        "canceled_at",
                        null,
                        "cancellation_reason",
                        null,
                        "capture_method",
                        "automatic_async",
                        "client_secret",
                        Ids.random(id + "_secret_", 25),
                        "confirmation_method",
                        "automatic",
                        "created",
                        now,
                        "currency",
                        currency,
                        "customer",
                        params.text("customer"),
                        "customer_account",
                        null,
                        "description",
                        params.text("description"),
                        "excluded_payment_method_types",
                        null,
                        "last_payment_error",
                        null,
                        "latest_charge",
                        null,
                        "livemode",
                        false,
                        "managed_payments",
                        null,
                        "metadata",
                        Metadata.of(params),
                        "next_action",
                        null,
                        "on_behalf_of",
                        null,
                        "payment_method",
                        null,
                        "payment_method_configuration_details",
                        null,
                        "payment_method_options",
                        options(types),
                        "payment_method_types",
                        types.isEmpty() ? AUTOMATIC_TYPES : types,
                        "processing",
                        null,
                        "receipt_email",
                        params.text("receipt_email"),
                        "review",
                        null,
                        "setup_future_usage",
                        params.text("setup_future_usage"),
                        "shipping",
                        shipping(params),
                        "source",
                        null,
                        "statement_descriptor",
                        params.text("statement_descriptor"),
                        "statement_descriptor_suffix",
                        params.text("statement_descriptor_suffix"),
                        "status",
                        "requires_payment_method",
                        "transfer_data",
                        null,
                        "transfer_group",
                        null));
    }

    static Doc setup(Params params, String prefix, @Nullable String customer, List<String> types, Instant now) {
        String id = Kind.SETUP_INTENT.newId();
        return Doc.of(
                Kind.SETUP_INTENT,
                Jsons.object(
                        "id", id,
                        "object", "setup_intent",
                        "allowed_payment_method_types", null,
                        "application", null,
                        "automatic_payment_methods", types.isEmpty() ? automatic(params) : null,
                        "cancellation_reason", null,
                        "client_secret", Ids.random(id + "_secret_", 25),
                        "created", now,
                        "customer", customer,
                        "customer_account", null,
                        "description", params.text(prefix + "description"),
                        "excluded_payment_method_types", null,
                        "flow_directions", null,
                        "last_setup_error", null,
                        "latest_attempt", null,
                        "livemode", false,
                        "managed_payments", null,
                        "mandate", null,
                        "metadata", Metadata.of(params, prefix + "metadata"),
                        "next_action", null,
                        "on_behalf_of", null,
                        "payment_method", null,
                        "payment_method_configuration_details", null,
                        "payment_method_options", options(types),
                        "payment_method_types", types.isEmpty() ? AUTOMATIC_TYPES : types,
                        "single_use_mandate", null,
                        "status", "requires_payment_method",
                        "usage", params.optional("usage").orElse("off_session")));
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

    private static JsonObject options(List<String> types) {
        JsonObject card = Jsons.object(
                "installments", null, "mandate_options", null, "network", null, "request_three_d_secure", "automatic");
        JsonObject bank = Jsons.object("verification_method", "automatic");
        JsonObject all = types.isEmpty() || types.contains("card") ? Jsons.object("card", card) : Jsons.object();
        boolean debit = types.isEmpty() || types.contains("us_bank_account");
        return debit ? Jsons.with(all, "us_bank_account", bank) : all;
    }

    private static @Nullable JsonObject shipping(Params params) {
        if (!params.hasAny("shipping")) {
            return null;
        }
        JsonObject address = Jsons.object();
        for (String line : List.of("city", "country", "line1", "line2", "postal_code", "state")) {
            address = Jsons.with(address, line, params.text("shipping.address." + line));
        }
        return Jsons.object(
                "address", address,
                "carrier", params.text("shipping.carrier"),
                "name", params.text("shipping.name"),
                "phone", params.text("shipping.phone"),
                "tracking_number", params.text("shipping.tracking_number"));
    }
}
