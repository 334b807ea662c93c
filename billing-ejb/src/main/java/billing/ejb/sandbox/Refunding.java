package billing.ejb.sandbox;

import billing.ejb.sandbox.Behaviour.Aftermath;
import billing.ejb.sandbox.GatewayCharge.Status;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Giving money back, which can fail afterwards (docs.stripe.com/refunds#failed-refunds). */
final class Refunding {
    /** When a refund that is still open, or will turn out to have failed, comes to its end. */
    static final Duration TAKES = Duration.ofMinutes(10);

    private final Tx tx;

    Refunding(Tx tx) {
        this.tx = tx;
    }

    /** @param asked cents, or null for all that is left */
    Doc refund(Doc charge, @Nullable Long asked, @Nullable String reason, JsonObject metadata) throws SQLException {
        long left = charge.number("amount") - charge.number("amount_refunded");
        check(charge, asked, left);
        long amount = asked == null ? left : asked;
        Aftermath aftermath = TestMethod.behaviourOf(charge).aftermath();
        Doc refund = Doc.of(Kind.REFUND, shape(charge, amount, reason, metadata));
        if (aftermath == Aftermath.REFUND_PENDS || isDebit(charge)) {
            refund = refund.with("status", "pending").due(tx.now().plus(TAKES));
        } else if (aftermath == Aftermath.REFUND_FAILS) {
            refund = refund.due(tx.now().plus(TAKES));
        }
        tx.documents().save(refund);
        Doc given = given(charge, amount);
        tx.publish("refund.created", refund);
        tx.publish("charge.refunded", given);
        return refund;
    }

    private void check(Doc charge, @Nullable Long asked, long left) throws SQLException {
        if (charge.flag("refunded")) {
            throw ApiError.impossible(
                    "charge_already_refunded", null, "Charge " + charge.id() + " has already been refunded.");
        }
        if (!charge.is("succeeded")) {
            throw ApiError.impossible(
                    null, null, "This charge is " + charge.need("status") + ", so it cannot be refunded.");
        }
        if (charge.flag("disputed") && isKeptByBank(charge)) {
            throw ApiError.impossible(
                    "charge_disputed",
                    null,
                    "Charge " + charge.id() + " has been charged back; cannot issue a refund.");
        }
        if (asked != null && asked > left) {
            throw ApiError.impossible(
                    null,
                    "amount",
                    "Refund amount (" + Amounts.text(asked, charge.need("currency"))
                            + ") is greater than unrefunded amount on charge ("
                            + Amounts.text(left, charge.need("currency")) + ")");
        }
    }

    /** While a bank has the money, or got it, there is none to give back; an inquiry, or a dispute that is won, leaves it. */
    private boolean isKeptByBank(Doc charge) throws SQLException {
        return tx.documents().list(Listing.of(Kind.DISPUTE).searchKey(charge.need("payment_intent"))).stream()
                .anyMatch(dispute -> !dispute.flag("is_charge_refundable"));
    }

    /** The refund comes to its end: it arrives, unless its card is the one whose refunds fail. */
    void finish(Doc refund) throws SQLException {
        Doc charge = tx.documents().needLocked(Kind.CHARGE, refund.need("charge"));
        if (TestMethod.behaviourOf(charge).aftermath() == Aftermath.REFUND_FAILS) {
            fail(refund, charge, "expired_or_canceled_card");
            return;
        }
        Doc arrived = tx.documents().save(refund.with("status", "succeeded").due(null));
        announceUpdate(arrived);
    }

    /** The money comes back to us; one that has failed stays as it is. */
    Doc fail(Doc refund, Doc charge, String reason) throws SQLException {
        if (refund.is("failed")) {
            return refund;
        }
        given(charge, -refund.number("amount"));
        Doc failed = tx.documents()
                .save(refund.with("failure_reason", reason, "status", "failed").due(null));
        announceUpdate(failed);
        tx.publish("refund.failed", failed);
        return failed;
    }

    void announceUpdate(Doc refund) {
        tx.publish("refund.updated", refund);
        tx.publish("charge.refund.updated", refund);
    }

    private Doc given(Doc charge, long amount) throws SQLException {
        long refunded = charge.number("amount_refunded") + amount;
        boolean wholly = refunded == charge.number("amount");
        tx.attempts().become(charge.id(), wholly ? Status.REFUNDED : Status.SUCCEEDED);
        return tx.documents().save(charge.with("amount_refunded", refunded, "refunded", wholly));
    }

    private static boolean isDebit(Doc charge) {
        return "us_bank_account".equals(Jsons.text(charge.object("payment_method_details"), "type"));
    }

    private JsonObject shape(Doc charge, long amount, @Nullable String reason, JsonObject metadata) {
        JsonObject card = Jsons.build()
                .add("reference_status", "pending")
                .add("reference_type", "acquirer_reference_number")
                .add("type", "refund")
                .done();
        JsonObject destination =
                isDebit(charge) ? Jsons.object("type", "us_bank_account") : Jsons.object("card", card, "type", "card");
        return Jsons.build()
                .add("id", Kind.REFUND.newId())
                .add("object", "refund")
                .add("amount", amount)
                .add("balance_transaction", null)
                .add("charge", charge.id())
                .add("created", tx.now())
                .add("currency", charge.need("currency"))
                .add("customer", charge.text("customer"))
                .add("customer_account", null)
                .add("destination_details", destination)
                .add("metadata", metadata)
                .add("payment_intent", charge.text("payment_intent"))
                .add("payment_method", charge.text("payment_method"))
                .add("reason", reason)
                .add("receipt_number", null)
                .add("source_transfer_reversal", null)
                .add("status", "succeeded")
                .add("transfer_reversal", null)
                .done();
    }
}
