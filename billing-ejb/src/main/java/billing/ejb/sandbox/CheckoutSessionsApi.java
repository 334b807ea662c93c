package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * {@code /v1/checkout/sessions} in mode {@code setup}: the hosted page on which a customer types a card
 * (docs.stripe.com/api/checkout/sessions).
 */
final class CheckoutSessionsApi {
    private static final Duration OPEN_FOR = Duration.ofHours(24);
    private static final List<String> NULLS = List.of(
            "adaptive_pricing",
            "after_expiration",
            "allow_promotion_codes",
            "amount_subtotal",
            "amount_total",
            "billing_address_collection",
            "client_secret",
            "collected_information",
            "consent",
            "consent_collection",
            "currency_conversion",
            "customer_account",
            "customer_creation",
            "customer_details",
            "customer_email",
            "discounts",
            "integration_identifier",
            "invoice",
            "invoice_creation",
            "locale",
            "managed_payments",
            "origin_context",
            "payment_intent",
            "payment_link",
            "payment_method_configuration_details",
            "permissions",
            "recovered_from",
            "saved_payment_method_options",
            "shipping_address_collection",
            "shipping_cost",
            "submit_type",
            "subscription",
            "total_details",
            "wallet_options");

    private CheckoutSessionsApi() {}

    static void addTo(Router router) {
        router.post("/v1/checkout/sessions", CheckoutSessionsApi::create)
                .get("/v1/checkout/sessions", (call, tx) -> ListParams.answer(call, tx, listing(call)))
                .get("/v1/checkout/sessions/{id}", CheckoutSessionsApi::retrieve)
                .post("/v1/checkout/sessions/{id}/expire", CheckoutSessionsApi::expire);
    }

    private static Listing listing(Call call) {
        return Listing.of(Kind.CHECKOUT_SESSION)
                .customer(call.params().text("customer"))
                .searchKey(call.params().text("status"));
    }

    private static Answer retrieve(Call call, Tx tx) throws SQLException {
        return Answer.ok(tx.documents().need(Kind.CHECKOUT_SESSION, call.id()));
    }

    private static Answer create(Call call, Tx tx) throws SQLException {
        Params params = call.params();
        String mode = params.required("mode");
        if (!mode.equals("setup")) {
            throw ApiError.invalid(null, "mode", "The sandbox knows the mode setup only, not " + mode + ".");
        }
        if (Confirmation.url(params, "success_url") == null) {
            throw ApiError.missingParam("success_url");
        }
        Confirmation.url(params, "cancel_url");
        List<String> types = params.list("payment_method_types");
        if (types.isEmpty() && params.text("currency") == null) {
            throw ApiError.missingParam("currency");
        }
        if (!IntentShape.AUTOMATIC_TYPES.containsAll(types)) {
            throw ApiError.invalid(null, "payment_method_types", "The sandbox knows card and us_bank_account only.");
        }
        String customer = params.text("customer");
        if (customer != null) {
            CustomersApi.existing(tx, customer, "customer");
        }
        Doc intent = IntentShape.setup(params, "setup_intent_data.", customer, tx.now());
        tx.publish("setup_intent.created", tx.documents().save(intent));
        return Answer.ok(tx.documents().save(session(params, intent, tx)));
    }

    private static Doc session(Params params, Doc intent, Tx tx) {
        String id = Kind.CHECKOUT_SESSION.newId();
        JsonObject body = Jsons.object("id", id, "object", "checkout.session");
        for (String each : NULLS) {
            body = Jsons.with(body, each, null);
        }
        body = Jsons.with(
                body,
                "automatic_tax",
                Jsons.object("enabled", false, "liability", null, "provider", null, "status", null),
                "cancel_url",
                params.text("cancel_url"),
                "client_reference_id",
                params.text("client_reference_id"),
                "created",
                tx.now(),
                "currency",
                params.text("currency"),
                "custom_fields",
                List.of(),
                "custom_text",
                customText(),
                "customer",
                intent.text("customer"),
                "expires_at",
                tx.now().plus(OPEN_FOR),
                "livemode",
                false,
                "metadata",
                Metadata.of(params),
                "mode",
                "setup",
                "payment_method_collection",
                "always",
                "payment_method_options",
                Jsons.object(),
                "payment_method_types",
                intent.body().get("payment_method_types"),
                "payment_status",
                "no_payment_required",
                "phone_number_collection",
                Jsons.object("enabled", false),
                "setup_intent",
                intent.id(),
                "shipping_options",
                List.of(),
                "status",
                "open",
                "success_url",
                params.text("success_url"),
                "ui_mode",
                "hosted_page",
                "url",
                tx.origin().address() + "/checkout/" + id);
        return Doc.of(Kind.CHECKOUT_SESSION, body).due(tx.now().plus(OPEN_FOR));
    }

    private static JsonObject customText() {
        return Jsons.build()
                .add("after_submit", null)
                .add("shipping_address", null)
                .add("submit", null)
                .add("terms_of_service_acceptance", null)
                .done();
    }

    private static Answer expire(Call call, Tx tx) throws SQLException {
        Doc session = tx.documents().needLocked(Kind.CHECKOUT_SESSION, call.id());
        if (!session.is("open")) {
            throw ApiError.impossible(
                    null,
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a"
                            + " status of " + session.need("status") + ".");
        }
        return Answer.ok(new CheckoutCompletion(tx).expire(session));
    }
}
