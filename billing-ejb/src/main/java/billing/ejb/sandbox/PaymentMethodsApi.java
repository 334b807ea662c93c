package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/payment_methods} and a customer's (docs.stripe.com/api/payment_methods). */
final class PaymentMethodsApi {
    /** Card tokens of the older API that the official command-line tool still sends. */
    private static final Map<String, TestMethod> OLD_TOKENS =
            Map.of("tok_visa", TestCard.VISA, "tok_mastercard", TestCard.MASTERCARD, "tok_amex", TestCard.AMEX);

    private PaymentMethodsApi() {}

    static void addTo(Router router) {
        router.post("/v1/payment_methods", PaymentMethodsApi::create)
                .get(
                        "/v1/payment_methods",
                        (call, tx) -> list(call, tx, call.params().text("customer")))
                .get("/v1/payment_methods/{id}", PaymentMethodsApi::retrieve)
                .post("/v1/payment_methods/{id}", PaymentMethodsApi::update)
                .post("/v1/payment_methods/{id}/attach", PaymentMethodsApi::attach)
                .post("/v1/payment_methods/{id}/detach", PaymentMethodsApi::detach)
                .get("/v1/customers/{id}/payment_methods", PaymentMethodsApi::listOfCustomer);
    }

    private static Answer retrieve(Call call, Tx tx) throws SQLException {
        Optional<TestMethod> test = TestMethod.ofToken(call.id());
        return Answer.ok(
                test.isPresent()
                        ? PaymentMethods.resolve(tx, call.id(), "payment_method")
                        : tx.documents().need(Kind.PAYMENT_METHOD, call.id()));
    }

    private static Answer listOfCustomer(Call call, Tx tx) throws SQLException {
        return list(call, tx, CustomersApi.existing(tx, call.id(), "customer").id());
    }

    private static Answer list(Call call, Tx tx, @Nullable String customer) throws SQLException {
        Listing listing = Listing.of(Kind.PAYMENT_METHOD)
                .customer(customer)
                .searchKey(call.params().text("type"));
        return ListParams.answer(call, tx, listing);
    }

    private static Answer create(Call call, Tx tx) throws SQLException {
        Params params = call.params();
        TestMethod method = params.required("type").equals("card") ? card(params) : bank(params);
        JsonObject billing = MethodShape.billingDetails(
                params.text("billing_details.name"),
                params.text("billing_details.email"),
                params.text("billing_details.address.postal_code"));
        Doc doc = MethodShape.method(method, method.details(tx.now()), billing, tx.now())
                .with("metadata", Metadata.of(params));
        return Answer.ok(tx.documents().save(doc));
    }

    private static TestMethod card(Params params) {
        if (params.has("card.number")) {
            throw ApiError.invalid(
                    null,
                    "card[number]",
                    "Sending credit card numbers directly to the API is unsafe. Use a test token, or the hosted page.");
        }
        String token = params.required("card.token");
        TestMethod method = OLD_TOKENS.get(token);
        if (method == null) {
            throw ApiError.impossible("resource_missing", "card[token]", "No such token: '" + token + "'");
        }
        return method;
    }

    private static TestMethod bank(Params params) {
        String type = params.required("type");
        if (!type.equals("us_bank_account")) {
            throw ApiError.invalid(
                    null,
                    "type",
                    "The sandbox knows the payment method types card and us_bank_account, not " + type + ".");
        }
        String number = params.required("us_bank_account.account_number");
        return TestBank.ofAccount(number)
                .filter(bank -> TestBank.ROUTING_NUMBER.equals(params.text("us_bank_account.routing_number")))
                .orElseThrow(() -> ApiError.invalid(
                        "routing_number_invalid",
                        "us_bank_account[account_number]",
                        "You must use a test bank account number in test mode."));
    }

    private static Answer update(Call call, Tx tx) throws SQLException {
        Doc method = Metadata.update(tx.documents().needLocked(Kind.PAYMENT_METHOD, call.id()), call.params());
        tx.publish("payment_method.updated", tx.documents().save(method));
        return Answer.ok(method);
    }

    /** The bank verifies a card when it is attached, so its no comes here. */
    private static Answer attach(Call call, Tx tx) throws SQLException {
        String customer = CustomersApi.existing(tx, call.params().required("customer"), "customer")
                .id();
        Doc method = PaymentMethods.resolve(tx, call.id(), "payment_method");
        String owner = method.text("customer");
        if (owner != null && !owner.equals(customer)) {
            throw ApiError.impossible(
                    null, "payment_method", "The payment method you provided has already been attached to a customer.");
        }
        Optional<Decline> refusal = PaymentMethods.refusal(tx, method);
        if (refusal.isPresent()) {
            throw ApiError.refused(refusal.get());
        }
        return Answer.ok(PaymentMethods.attach(tx, method, customer));
    }

    private static Answer detach(Call call, Tx tx) throws SQLException {
        Doc method = tx.documents().needLocked(Kind.PAYMENT_METHOD, call.id());
        if (method.text("customer") == null) {
            throw ApiError.impossible(
                    null,
                    "payment_method",
                    "The payment method you provided is not attached to a customer so detachment is impossible.");
        }
        return Answer.ok(PaymentMethods.detach(tx, method));
    }
}
