package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Confirming a setup intent: the card is verified with its bank without taking money (docs.stripe.com/api/setup_intents). */
final class SetupConfirmation {
    private final Tx tx;

    SetupConfirmation(Tx tx) {
        this.tx = tx;
    }

    /** How a verification ended: the intent as it is now, and the bank's reason if it refused. */
    record Verified(Doc intent, @Nullable Decline refusal) {}

    Answer confirm(Doc intent, Doc method, @Nullable String returnUrl) throws SQLException {
        Verified verified = verify(intent, method, returnUrl);
        if (verified.refusal() == null) {
            return Answer.ok(verified.intent());
        }
        JsonObject error = Jsons.with(
                verified.refusal().error(),
                "payment_method",
                method.body(),
                "setup_intent",
                verified.intent().body());
        return Answer.of(402, Jsons.object("error", error));
    }

    Verified verify(Doc intent, Doc method, @Nullable String returnUrl) throws SQLException {
        Optional<Decline> refusal = PaymentMethods.refusal(tx, method);
        if (refusal.isPresent()) {
            return new Verified(refused(intent, method, refusal.get().error()), refusal.get());
        }
        Doc ready = intent.with("payment_method", tx.documents().save(method).id(), "last_setup_error", null);
        if (TestMethod.behaviourOf(method).wantsApprovalAtSetup()) {
            return new Verified(wantApproval(ready, returnUrl), null);
        }
        return new Verified(succeeded(ready, method), null);
    }

    private Doc wantApproval(Doc intent, @Nullable String returnUrl) throws SQLException {
        JsonObject action = IntentShape.approval(intent, returnUrl, tx.origin().address());
        Doc waiting = tx.documents()
                .save(intent.with("next_action", action, "status", "requires_action")
                        .returningTo(returnUrl));
        tx.publish("setup_intent.requires_action", waiting);
        return waiting;
    }

    /** The bank's customer approved: from now on this card may be charged off-session. */
    Doc approved(Doc intent, Doc method) throws SQLException {
        boolean once = TestMethod.behaviourOf(method).authentication() == Behaviour.Authentication.UNTIL_SET_UP;
        return succeeded(intent, once ? method.behaving(TestCard.AUTHENTICATION_SET_UP.token()) : method);
    }

    Doc notApproved(Doc intent, Doc method) throws SQLException {
        JsonObject error = Jsons.build()
                .add("code", "setup_intent_authentication_failure")
                .add(
                        "message",
                        "We are unable to authenticate your payment method. Please choose a different payment method"
                                + " and try again.")
                .add("type", "invalid_request_error")
                .done();
        return refused(intent, method, error);
    }

    private Doc succeeded(Doc intent, Doc method) throws SQLException {
        String customer = intent.text("customer");
        Doc kept = customer == null ? tx.documents().save(method) : PaymentMethods.attach(tx, method, customer);
        Doc done = tx.documents()
                .save(intent.with("next_action", null, "payment_method", kept.id(), "status", "succeeded"));
        tx.publish("setup_intent.succeeded", done);
        return done;
    }

    private Doc refused(Doc intent, Doc method, JsonObject error) throws SQLException {
        JsonObject remembered = Jsons.with(error, "payment_method", method.body());
        Doc failed = tx.documents()
                .save(intent.with("last_setup_error", remembered, "next_action", null, "payment_method", null)
                        .with("status", "requires_payment_method"));
        tx.publish("setup_intent.setup_failed", failed);
        return failed;
    }
}
