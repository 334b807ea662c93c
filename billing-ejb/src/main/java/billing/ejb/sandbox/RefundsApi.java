package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v1/refunds} (docs.stripe.com/api/refunds). */
final class RefundsApi {
    private static final Set<String> REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer");

    private RefundsApi() {}

    static void addTo(Router router) {
        router.post("/v1/refunds", RefundsApi::create)
                .get("/v1/refunds", RefundsApi::list)
                .get("/v1/refunds/{id}", (call, tx) -> Answer.ok(tx.documents().need(Kind.REFUND, call.id())))
                .post("/v1/refunds/{id}", RefundsApi::update);
    }

    private static Answer list(Call call, Tx tx) throws SQLException {
        Listing listing = Listing.of(Kind.REFUND)
                .parent(call.params().text("charge"))
                .searchKey(call.params().text("payment_intent"));
        return ListParams.answer(call, tx, listing);
    }

    /** The member {@code refunds} of a charge that is asked to be expanded. */
    static JsonObject ofCharge(Tx tx, String charge) throws SQLException {
        Listing listing = Listing.of(Kind.REFUND).parent(charge).limit(100);
        String url = "/v1/charges/" + charge + "/refunds";
        return ListParams.list(
                url, false, tx.documents().list(listing).stream().map(Doc::body).toList());
    }

    private static Answer create(Call call, Tx tx) throws SQLException {
        Params params = call.params();
        String reason = params.text("reason");
        if (reason != null && !REASONS.contains(reason)) {
            throw ApiError.invalid(null, "reason", "Invalid reason: must be one of " + String.join(", ", REASONS));
        }
        Long amount = params.whole("amount");
        if (amount != null && amount < 1) {
            throw ApiError.invalid("parameter_invalid_integer", "amount", "Invalid positive integer");
        }
        Doc charge = tx.documents().needLocked(Kind.CHARGE, chargeId(params, tx));
        return Answer.ok(new Refunding(tx).refund(charge, amount, reason, Metadata.of(params)));
    }

    private static String chargeId(Params params, Tx tx) throws SQLException {
        String charge = params.text("charge");
        if (charge != null) {
            return charge;
        }
        String intent = params.optional("payment_intent")
                .orElseThrow(() -> ApiError.invalid(
                        "parameter_missing",
                        null,
                        "One of the following params should be provided: charge, payment_intent."));
        @Nullable
        String latest = tx.documents()
                .find(Kind.PAYMENT_INTENT, intent)
                .orElseThrow(() -> ApiError.missing(Kind.PAYMENT_INTENT, intent, "payment_intent"))
                .text("latest_charge");
        if (latest == null) {
            throw ApiError.impossible(
                    "payment_intent_unexpected_state",
                    "payment_intent",
                    "This PaymentIntent (" + intent + ") does not have a successful charge to refund.");
        }
        return latest;
    }

    private static Answer update(Call call, Tx tx) throws SQLException {
        Doc refund = Metadata.update(tx.documents().needLocked(Kind.REFUND, call.id()), call.params());
        new Refunding(tx).announceUpdate(tx.documents().save(refund));
        return Answer.ok(refund);
    }
}
