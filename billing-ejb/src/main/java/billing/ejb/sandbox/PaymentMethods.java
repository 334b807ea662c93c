package billing.ejb.sandbox;

import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What payment methods can do and suffer: be found by id or token, attached, detached, used up. */
final class PaymentMethods {
    /** Takes the place of the behaviour of a method that must not be used again. */
    private static final String SPENT = "spent";

    private PaymentMethods() {}

    /** The method with this id, or a new and still unsaved one for a test token. */
    static Doc resolve(Tx tx, String idOrToken, String param) throws SQLException {
        Optional<TestMethod> test = TestMethod.ofToken(idOrToken);
        if (test.isPresent()) {
            TestMethod method = test.get();
            return MethodShape.method(
                    method, method.details(tx.now()), MethodShape.billingDetails(null, null, null), tx.now());
        }
        Doc method = tx.documents()
                .lock(Kind.PAYMENT_METHOD, idOrToken)
                .orElseThrow(() -> ApiError.missing(Kind.PAYMENT_METHOD, idOrToken, param));
        if (SPENT.equals(method.behaviour())) {
            throw ApiError.impossible(
                    null,
                    param,
                    "This PaymentMethod was previously used without being attached to a Customer or was detached from a"
                            + " Customer, and may not be used again.");
        }
        return method;
    }

    /** The method with this id, which must be this customer's. */
    static Doc attachedTo(Tx tx, String id, String customer) throws SQLException {
        Doc method = tx.documents().need(Kind.PAYMENT_METHOD, id);
        if (!customer.equals(method.text("customer"))) {
            throw notTheirs(id);
        }
        return method;
    }

    static ApiError notTheirs(String id) {
        return ApiError.impossible(
                null,
                "payment_method",
                "The customer does not have a payment method with the ID " + id
                        + ". The payment method must be attached to the customer.");
    }

    /** Why the bank does not even let this method be saved. */
    static Optional<Decline> refusal(Tx tx, Doc method) {
        return TestMethod.behaviourOf(method).atSetup().or(() -> expiry(tx, method));
    }

    static Optional<Decline> expiry(Tx tx, Doc method) {
        if (!"card".equals(method.text("type"))) {
            return Optional.empty();
        }
        YearMonth last = YearMonth.of(
                method.object("card").getInt("exp_year"), method.object("card").getInt("exp_month"));
        YearMonth current = YearMonth.from(tx.now().atOffset(ZoneOffset.UTC));
        return last.isBefore(current) ? Optional.of(Decline.card("expired_card")) : Optional.empty();
    }

    /** Makes it the customer's, unless it is already. */
    static Doc attach(Tx tx, Doc method, String customer) throws SQLException {
        if (customer.equals(method.text("customer"))) {
            return tx.documents().save(method);
        }
        Doc attached = tx.documents().save(method.with("customer", customer));
        tx.publish("payment_method.attached", attached);
        return attached;
    }

    static Doc detach(Tx tx, Doc method) throws SQLException {
        String customer = method.text("customer");
        Doc detached = tx.documents().save(method.with("customer", null).behaving(SPENT));
        tx.publish("payment_method.detached", detached);
        forgetDefault(tx, customer, method.id());
        return detached;
    }

    /** A method that paid without belonging to anybody does so once. */
    static void spendIfLoose(Tx tx, Doc method) throws SQLException {
        if (method.text("customer") == null) {
            tx.documents().save(method.behaving(SPENT));
        }
    }

    private static void forgetDefault(Tx tx, @Nullable String customerId, String method) throws SQLException {
        Optional<Doc> customer =
                customerId == null ? Optional.empty() : tx.documents().lock(Kind.CUSTOMER, customerId);
        if (customer.isPresent()) {
            Doc found = customer.get();
            String current = Jsons.text(found.object("invoice_settings"), "default_payment_method");
            if (method.equals(current)) {
                tx.documents()
                        .save(found.with(
                                "invoice_settings",
                                Jsons.with(found.object("invoice_settings"), "default_payment_method", null)));
            }
        }
    }
}
