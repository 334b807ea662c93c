package billing.ejb.sandbox;

import billing.ejb.sandbox.Behaviour.Aftermath;
import billing.ejb.sandbox.GatewayCharge.Status;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Confirming a payment intent: where money moves, or is refused, or waits for the customer's bank
 * (docs.stripe.com/payments/paymentintents/lifecycle).
 */
final class PaymentConfirmation {
    /** How long a bank debit is under way (docs.stripe.com/payments/ach-direct-debit: up to four business days). */
    static final Duration DEBIT_TAKES = Duration.ofDays(4);

    private final Tx tx;
    private final PaymentOutcome outcome;

    PaymentConfirmation(Tx tx) {
        this.tx = tx;
        this.outcome = new PaymentOutcome(tx);
    }

    /** @param intent still unsaved, so that a request which is met by a fault leaves nothing behind */
    Answer create(Doc intent, Doc method, Confirmation how) throws SQLException {
        Optional<FaultKind> fault = tx.faults().takeForAnswer(intent.text("customer"));
        if (preventsCharge(fault)) {
            return instead(fault.orElseThrow());
        }
        tx.publish("payment_intent.created", tx.documents().save(intent));
        return withheldIf(fault, charge(intent, method, how));
    }

    Answer confirm(Doc intent, Doc method, Confirmation how) throws SQLException {
        Optional<FaultKind> fault = tx.faults().takeForAnswer(intent.text("customer"));
        if (preventsCharge(fault)) {
            return instead(fault.orElseThrow());
        }
        return withheldIf(fault, charge(intent, method, how));
    }

    private static boolean preventsCharge(Optional<FaultKind> fault) {
        return fault.filter(kind -> kind != FaultKind.TIMEOUT_AFTER_CHARGE).isPresent();
    }

    private static Answer instead(FaultKind fault) {
        return fault == FaultKind.SERVER_ERROR ? ApiError.internal().answer() : Answer.silence();
    }

    private static Answer withheldIf(Optional<FaultKind> fault, Answer answer) {
        return fault.isPresent() ? answer.withhold() : answer;
    }

    private Answer charge(Doc intent, Doc method, Confirmation how) throws SQLException {
        Doc usage = how.futureUsage() == null ? intent : intent.with("setup_future_usage", how.futureUsage());
        Doc ready = usage.with("payment_method", tx.documents().save(method).id(), "last_payment_error", null)
                .with("next_action", null);
        if (method.need("type").equals("us_bank_account")) {
            return startDebit(ready, method);
        }
        Behaviour behaviour = TestMethod.behaviourOf(method);
        Optional<Decline> refusal = PaymentMethods.refusal(tx, method);
        if (refusal.isPresent()) {
            return outcome.declined(ready, method, attempt(ready, Status.FAILED), refusal.get());
        }
        if (behaviour.wantsApprovalOfCharge(how.offSession())) {
            return wantApproval(ready, method, how);
        }
        String charge = attempt(ready, Status.SUCCEEDED);
        Optional<Decline> decline = behaviour.atCharge();
        return decline.isPresent()
                ? outcome.declined(ready, method, charge, decline.get())
                : Answer.ok(outcome.succeeded(ready, method, charge));
    }

    private Answer wantApproval(Doc intent, Doc method, Confirmation how) throws SQLException {
        if (how.offSession() || how.failInsteadOfAction()) {
            return outcome.declined(intent, method, attempt(intent, Status.FAILED), Decline.AUTHENTICATION_REQUIRED);
        }
        attempt(intent, Status.REQUIRES_ACTION);
        JsonObject action =
                IntentShape.approval(intent, how.returnUrl(), tx.origin().address());
        Doc waiting = tx.documents()
                .save(intent.with("next_action", action, "status", "requires_action")
                        .returningTo(how.returnUrl()));
        tx.publish("payment_intent.requires_action", waiting);
        return Answer.ok(waiting);
    }

    private Answer startDebit(Doc intent, Doc method) throws SQLException {
        String id = attempt(intent, Status.PROCESSING);
        Doc charge = tx.documents().save(ChargeShape.pending(intent, method, id, tx.now()));
        Doc processing = intent.with("latest_charge", charge.id(), "status", "processing");
        boolean settles = TestMethod.behaviourOf(method).aftermath() != Aftermath.NEVER_SETTLES;
        processing = tx.documents().save(settles ? processing.due(tx.now().plus(DEBIT_TAKES)) : processing);
        tx.publish("payment_intent.processing", processing);
        tx.publish("charge.pending", charge);
        outcome.keepMethod(processing, method);
        return Answer.ok(processing);
    }

    /** Records the attempt; one that waits for approval already goes on instead of becoming a second one. */
    private String attempt(Doc intent, Status status) throws SQLException {
        Optional<GatewayCharge> waiting = tx.attempts().waiting(intent.id());
        if (waiting.isPresent()) {
            tx.attempts().become(waiting.get().id(), status);
            return waiting.get().id();
        }
        String charge = Kind.CHARGE.newId();
        tx.attempts()
                .add(new GatewayCharge(
                        charge,
                        intent.id(),
                        intent.text("customer"),
                        tx.origin().idempotencyKey(),
                        intent.number("amount"),
                        status,
                        tx.now()));
        return charge;
    }
}
