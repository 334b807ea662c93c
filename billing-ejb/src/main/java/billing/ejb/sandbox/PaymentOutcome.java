package billing.ejb.sandbox;

import billing.ejb.sandbox.GatewayCharge.Status;
import jakarta.json.JsonObject;
import java.sql.SQLException;

/** What becomes of a payment: the charge, the intent and the events that say so. */
final class PaymentOutcome {
    private static final String NOT_AUTHENTICATED = "We are unable to authenticate your payment method. Please choose a"
            + " different payment method and try again.";

    private final Tx tx;

    PaymentOutcome(Tx tx) {
        this.tx = tx;
    }

    Doc succeeded(Doc intent, Doc method, String chargeId) throws SQLException {
        tx.attempts().become(chargeId, Status.SUCCEEDED);
        Doc charge = tx.documents().save(ChargeShape.succeeded(intent, method, chargeId, tx.now()));
        return paid(intent, method, charge);
    }

    /** The debit that this charge began has arrived. */
    Doc settled(Doc intent, Doc method, Doc pending) throws SQLException {
        tx.attempts().become(pending.id(), Status.SUCCEEDED);
        return paid(intent, method, tx.documents().save(pending.with("paid", true, "status", "succeeded")));
    }

    private Doc paid(Doc intent, Doc method, Doc charge) throws SQLException {
        Doc paid = tx.documents()
                .save(intent.with("amount_received", intent.number("amount"), "latest_charge", charge.id())
                        .with("last_payment_error", null, "next_action", null, "status", "succeeded")
                        .due(null));
        tx.publish("charge.succeeded", charge);
        tx.publish("payment_intent.succeeded", paid);
        keepMethod(paid, method);
        new Disputing(tx).afterPayment(charge, TestMethod.behaviourOf(method).aftermath());
        return paid;
    }

    /** The bank has said no: the payment can be tried again with another method. */
    Answer declined(Doc intent, Doc method, String chargeId, Decline decline) throws SQLException {
        Doc charge = ChargeShape.failed(ChargeShape.charge(intent, method, chargeId, tx.now()), decline);
        Doc failed = failed(intent, method, charge, decline);
        JsonObject error = Jsons.with(
                errorOf(method, charge, decline), "payment_intent", failed.body(), "payment_method", method.body());
        return Answer.of(402, Jsons.object("error", error));
    }

    Doc failed(Doc intent, Doc method, Doc failing, Decline decline) throws SQLException {
        tx.attempts().become(failing.id(), Status.FAILED);
        Doc charge = tx.documents().save(failing);
        Doc failed = tx.documents()
                .save(intent.with("last_payment_error", errorOf(method, charge, decline), "latest_charge", charge.id())
                        .with("next_action", null, "payment_method", null, "status", "requires_payment_method")
                        .due(null));
        tx.publish("charge.failed", charge);
        tx.publish("payment_intent.payment_failed", failed);
        return failed;
    }

    /** The customer declined on the bank's page; Stripe makes no charge of that. */
    Doc notApproved(Doc intent, Doc method, String chargeId) throws SQLException {
        tx.attempts().become(chargeId, Status.FAILED);
        JsonObject error = Jsons.build()
                .add("code", "payment_intent_authentication_failure")
                .add("doc_url", "https://docs.stripe.com/error-codes/payment-intent-authentication-failure")
                .add("message", NOT_AUTHENTICATED)
                .add("payment_method", method.body())
                .add("type", "invalid_request_error")
                .done();
        Doc failed = tx.documents()
                .save(intent.with("last_payment_error", error, "next_action", null, "payment_method", null)
                        .with("status", "requires_payment_method"));
        tx.publish("payment_intent.payment_failed", failed);
        return failed;
    }

    /** A method that is to be used again becomes the customer's; one that belongs to nobody is used up. */
    void keepMethod(Doc intent, Doc method) throws SQLException {
        String customer = intent.text("customer");
        if (customer != null && intent.text("setup_future_usage") != null) {
            PaymentMethods.attach(tx, method, customer);
            return;
        }
        PaymentMethods.spendIfLoose(tx, method);
    }

    private static JsonObject errorOf(Doc method, Doc charge, Decline decline) {
        return Jsons.with(decline.error(), "charge", charge.id(), "payment_method", method.body());
    }
}
