package billing.ejb.sandbox;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v1/setup_intents} (docs.stripe.com/api/setup_intents). */
final class SetupIntentsApi {
    private static final Set<String> OPEN =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");

    private SetupIntentsApi() {}

    static void addTo(Router router) {
        router.post("/v1/setup_intents", SetupIntentsApi::create)
                .get("/v1/setup_intents", (call, tx) -> ListParams.answer(call, tx, listing(call)))
                .get(
                        "/v1/setup_intents/{id}",
                        (call, tx) -> Answer.ok(tx.documents().need(Kind.SETUP_INTENT, call.id())))
                .post("/v1/setup_intents/{id}/confirm", SetupIntentsApi::confirm)
                .post("/v1/setup_intents/{id}/cancel", SetupIntentsApi::cancel);
    }

    private static Listing listing(Call call) {
        return Listing.of(Kind.SETUP_INTENT)
                .customer(call.params().text("customer"))
                .searchKey(call.params().text("payment_method"));
    }

    private static Answer create(Call call, Tx tx) throws SQLException {
        Params params = call.params();
        boolean confirm = params.flag("confirm");
        String returnUrl = Confirmation.url(params, "return_url");
        String customer = params.text("customer");
        if (customer != null) {
            CustomersApi.existing(tx, customer, "customer");
        }
        Doc intent = IntentShape.setup(params, "", customer, tx.now());
        Doc method = method(tx, intent, params.text("payment_method"));
        if (method != null) {
            intent = intent.with("payment_method", tx.documents().save(method).id(), "status", "requires_confirmation");
        }
        tx.publish("setup_intent.created", tx.documents().save(intent));
        if (confirm) {
            return new SetupConfirmation(tx).confirm(intent, need(method), returnUrl);
        }
        return Answer.ok(intent);
    }

    private static Answer confirm(Call call, Tx tx) throws SQLException {
        String returnUrl = Confirmation.url(call.params(), "return_url");
        Doc intent = open(call, tx, "confirm");
        String given = call.params().text("payment_method");
        Doc method = method(tx, intent, given == null ? intent.text("payment_method") : given);
        return new SetupConfirmation(tx).confirm(intent, need(method), returnUrl);
    }

    private static Answer cancel(Call call, Tx tx) throws SQLException {
        Doc intent = open(call, tx, "cancel");
        Doc canceled = tx.documents()
                .save(intent.with("status", "canceled", "next_action", null)
                        .with("cancellation_reason", call.params().text("cancellation_reason")));
        tx.publish("setup_intent.canceled", canceled);
        return Answer.ok(canceled);
    }

    private static Doc open(Call call, Tx tx, String verb) throws SQLException {
        Doc intent = tx.documents().needLocked(Kind.SETUP_INTENT, call.id());
        if (!OPEN.contains(intent.need("status"))) {
            throw ApiError.unexpectedState(
                    intent,
                    "setup_intent",
                    "You cannot " + verb + " this SetupIntent because it has a status of " + intent.need("status")
                            + ".");
        }
        return intent;
    }

    private static @Nullable Doc method(Tx tx, Doc intent, @Nullable String idOrToken) throws SQLException {
        if (idOrToken == null) {
            return null;
        }
        Doc method = PaymentMethods.resolve(tx, idOrToken, "payment_method");
        String owner = method.text("customer");
        if (owner != null && !owner.equals(intent.text("customer"))) {
            throw PaymentMethods.notTheirs(method.id());
        }
        return method;
    }

    private static Doc need(@Nullable Doc method) {
        if (method == null) {
            throw ApiError.impossible(
                    "setup_intent_unexpected_state",
                    "payment_method",
                    "You cannot confirm this SetupIntent because it's missing a payment method.");
        }
        return method;
    }
}
