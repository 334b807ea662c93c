package billing.ejb.sandbox;

import jakarta.json.JsonString;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v1/payment_intents} (docs.stripe.com/api/payment_intents). */
final class PaymentIntentsApi {
    private static final Set<String> CURRENCIES = Set.of("usd", "eur", "gbp", "cad", "aud", "chf");
    private static final Set<String> CANCELLATION_REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");
    private static final Set<String> CANCELLABLE =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");
    private static final Set<String> CONFIRMABLE =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");
    /** docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
    private static final long LEAST = 50;

    private static final long MOST = 99_999_999;

    private PaymentIntentsApi() {}

    static void addTo(Router router) {
        router.post("/v1/payment_intents", PaymentIntentsApi::create)
                .get("/v1/payment_intents", PaymentIntentsApi::list)
                .get("/v1/payment_intents/{id}", PaymentIntentsApi::retrieve)
                .post("/v1/payment_intents/{id}", PaymentIntentsApi::update)
                .post("/v1/payment_intents/{id}/confirm", PaymentIntentsApi::confirm)
                .post("/v1/payment_intents/{id}/cancel", PaymentIntentsApi::cancel);
    }

    private static Answer list(Call call, Tx tx) throws SQLException {
        Listing listing = Listing.of(Kind.PAYMENT_INTENT).customer(call.params().text("customer"));
        return ListParams.answer(call, tx, listing);
    }

    private static Answer retrieve(Call call, Tx tx) throws SQLException {
        return Answer.ok(tx.documents().need(Kind.PAYMENT_INTENT, call.id()));
    }

    private static Answer create(Call call, Tx tx) throws SQLException {
        Params params = call.params();
        long amount = amount(params);
        String currency = currency(params);
        boolean confirm = params.flag("confirm");
        Confirmation how = Confirmation.of(params);
        if (!confirm && params.has("off_session")) {
            throw ApiError.invalid(
                    null, "off_session", "You cannot set off_session unless you also set confirm to true.");
        }
        checkReturnUrl(confirm, how, IntentShape.isAutomatic(params), params);
        if (params.optional("capture_method").orElse("automatic").equals("manual")) {
            throw ApiError.invalid(null, "capture_method", "The sandbox captures each payment at once.");
        }
        String customer = params.text("customer");
        if (customer != null) {
            CustomersApi.existing(tx, customer, "customer");
        }
        Doc intent = IntentShape.payment(params, amount, currency, tx.now());
        Doc method = method(tx, intent, params.text("payment_method"));
        if (!confirm) {
            Doc created = tx.documents().save(withMethod(tx, intent, method));
            tx.publish("payment_intent.created", created);
            return Answer.ok(created);
        }
        return new PaymentConfirmation(tx).create(intent, needMethod(method), how);
    }

    private static Answer confirm(Call call, Tx tx) throws SQLException {
        Params params = call.params();
        Confirmation how = Confirmation.of(params);
        Doc intent = tx.documents().needLocked(Kind.PAYMENT_INTENT, call.id());
        if (!CONFIRMABLE.contains(intent.need("status"))) {
            throw ApiError.unexpectedState(
                    intent,
                    "payment_intent",
                    "You cannot confirm this PaymentIntent because it has a status of " + intent.need("status")
                            + ". Only a PaymentIntent with one of the following statuses may be confirmed:"
                            + " requires_confirmation, requires_action.");
        }
        checkReturnUrl(true, how, redirects(intent), params);
        String given = params.text("payment_method");
        Doc method = method(tx, intent, given == null ? intent.text("payment_method") : given);
        return new PaymentConfirmation(tx).confirm(intent, needMethod(method), how);
    }

    private static Answer update(Call call, Tx tx) throws SQLException {
        Doc intent = tx.documents().needLocked(Kind.PAYMENT_INTENT, call.id());
        Params params = call.params();
        Doc changed = Metadata.update(intent, params);
        changed = params.has("description") ? changed.with("description", params.text("description")) : changed;
        if (params.has("payment_method")) {
            changed = withMethod(tx, changed, method(tx, intent, params.text("payment_method")));
        }
        return Answer.ok(tx.documents().save(changed));
    }

    private static Answer cancel(Call call, Tx tx) throws SQLException {
        String reason = call.params().text("cancellation_reason");
        if (reason != null && !CANCELLATION_REASONS.contains(reason)) {
            throw ApiError.invalid(null, "cancellation_reason", "Invalid cancellation_reason: " + reason);
        }
        Doc intent = tx.documents().needLocked(Kind.PAYMENT_INTENT, call.id());
        if (!CANCELLABLE.contains(intent.need("status"))) {
            throw ApiError.unexpectedState(
                    intent,
                    "payment_intent",
                    "You cannot cancel this PaymentIntent because it has a status of " + intent.need("status")
                            + ". Only a PaymentIntent with one of the following statuses may be canceled:"
                            + " requires_payment_method, requires_capture, requires_confirmation, requires_action,"
                            + " processing.");
        }
        Optional<GatewayCharge> waiting = tx.attempts().waiting(intent.id());
        if (waiting.isPresent()) {
            tx.attempts().become(waiting.get().id(), GatewayCharge.Status.FAILED);
        }
        Doc canceled = tx.documents()
                .save(intent.with("status", "canceled", "canceled_at", tx.now(), "cancellation_reason", reason)
                        .with("next_action", null));
        tx.publish("payment_intent.canceled", canceled);
        return Answer.ok(canceled);
    }

    private static long amount(Params params) {
        params.required("amount");
        Long amount = params.whole("amount");
        if (amount == null || amount <= 0) {
            throw ApiError.invalid(
                    "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        }
        if (amount < LEAST) {
            throw ApiError.invalid("amount_too_small", "amount", "Amount must be at least $0.50 usd");
        }
        if (amount > MOST) {
            throw ApiError.invalid("amount_too_large", "amount", "Amount must be no more than $999,999.99");
        }
        return amount;
    }

    private static String currency(Params params) {
        String currency = params.required("currency").toLowerCase(Locale.ROOT);
        if (!CURRENCIES.contains(currency)) {
            throw ApiError.invalid(null, "currency", "Invalid currency: " + currency + ".");
        }
        return currency;
    }

    /** Methods that the account chooses may send the customer elsewhere, so somebody must say where to come back to. */
    private static void checkReturnUrl(boolean confirm, Confirmation how, boolean automatic, Params params) {
        boolean redirects = automatic && !"never".equals(params.text("automatic_payment_methods.allow_redirects"));
        if (confirm && redirects && !how.offSession() && how.returnUrl() == null) {
            throw ApiError.invalid(
                    null,
                    "return_url",
                    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some"
                            + " of these payment methods might redirect your customer off of your page, you must provide"
                            + " a `return_url`. If you don't want to accept redirect-based payment methods, set"
                            + " `automatic_payment_methods[enabled]` to `true` and"
                            + " `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and"
                            + " Payment Intents.");
        }
    }

    private static boolean redirects(Doc intent) {
        return "always".equals(Jsons.text(intent.object("automatic_payment_methods"), "allow_redirects"));
    }

    /** The method that a parameter names, if it may pay this intent. */
    private static @Nullable Doc method(Tx tx, Doc intent, @Nullable String idOrToken) throws SQLException {
        if (idOrToken == null) {
            return null;
        }
        Doc method = PaymentMethods.resolve(tx, idOrToken, "payment_method");
        checkOwner(intent, method);
        List<String> types = intent.body().getJsonArray("payment_method_types").getValuesAs(JsonString::getString);
        if (!types.contains(method.need("type"))) {
            throw ApiError.impossible(
                    null,
                    "payment_method",
                    "The PaymentMethod provided (" + method.need("type")
                            + ") is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the"
                            + " following types: " + String.join(", ", types) + ".");
        }
        return method;
    }

    private static void checkOwner(Doc intent, Doc method) {
        String owner = method.text("customer");
        if (owner == null || owner.equals(intent.text("customer"))) {
            return;
        }
        if (intent.text("customer") != null) {
            throw PaymentMethods.notTheirs(method.id());
        }
        throw ApiError.impossible(
                null,
                "payment_method",
                "The PaymentMethod you provided (" + method.id() + ") belongs to the Customer " + owner
                        + ". Please include the Customer in the `customer` parameter on the PaymentIntent.");
    }

    private static Doc needMethod(@Nullable Doc method) {
        if (method == null) {
            throw ApiError.impossible(
                    "payment_intent_unexpected_state",
                    "payment_method",
                    "You cannot confirm this PaymentIntent because it's missing a payment method. Update the"
                            + " PaymentIntent with a payment method and then confirm it again.");
        }
        return method;
    }

    private static Doc withMethod(Tx tx, Doc intent, @Nullable Doc method) throws SQLException {
        if (method == null) {
            return intent;
        }
        return intent.with("payment_method", tx.documents().save(method).id(), "status", "requires_confirmation");
    }
}
