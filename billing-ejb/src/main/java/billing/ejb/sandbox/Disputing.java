package billing.ejb.sandbox;

import billing.ejb.sandbox.Behaviour.Aftermath;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Disputes, and bank debits that come back after they had settled (docs.stripe.com/disputes/how-disputes-work). */
final class Disputing {
    /** When the bank of {@link TestBank#RETURNED} takes its money back. */
    static final Duration RETURN_TAKES = Duration.ofDays(2);

    private static final Duration TIME_FOR_EVIDENCE = Duration.ofDays(9);

    private final Tx tx;

    Disputing(Tx tx) {
        this.tx = tx;
    }

    void afterPayment(Doc charge, Aftermath aftermath) throws SQLException {
        switch (aftermath) {
            case DISPUTE -> open(charge, "fraudulent", "needs_response");
            case PRODUCT_NOT_RECEIVED -> open(charge, "product_not_received", "needs_response");
            case INQUIRY -> open(charge, "fraudulent", "warning_needs_response");
            case RETURNED_AT_ONCE -> comeBack(charge);
            case RETURNED_LATER -> tx.documents().save(charge.due(tx.now().plus(RETURN_TAKES)));
            default -> {}
        }
    }

    Doc open(Doc charge, String reason, String status) throws SQLException {
        if (charge.flag("disputed") || !charge.is("succeeded")) {
            throw ApiError.impossible(null, "charge", "Charge " + charge.id() + " cannot be disputed.");
        }
        tx.documents().save(charge.with("disputed", true).due(null));
        Doc dispute = tx.documents()
                .save(DisputeShape.dispute(charge, reason, status, tx.now().plus(TIME_FOR_EVIDENCE), tx.now()));
        tx.publish("charge.dispute.created", dispute, charge.text("customer"));
        if (!isInquiry(dispute)) {
            tx.publish("charge.dispute.funds_withdrawn", dispute, charge.text("customer"));
        }
        return dispute;
    }

    /** A bank acts on a payment. */
    Doc act(String payment, DisputeAction action) throws SQLException {
        Doc intent = tx.documents().need(Kind.PAYMENT_INTENT, payment);
        Optional<Doc> undecided = tx.documents().list(Listing.of(Kind.DISPUTE).searchKey(payment)).stream()
                .filter(dispute -> !hasEnded(dispute))
                .findFirst();
        if (action == DisputeAction.INQUIRE || action == DisputeAction.OPEN && undecided.isEmpty()) {
            Doc charge = tx.documents().needLocked(Kind.CHARGE, intent.need("latest_charge"));
            return open(
                    charge, "fraudulent", action == DisputeAction.OPEN ? "needs_response" : "warning_needs_response");
        }
        Doc dispute = tx.documents()
                .needLocked(
                        Kind.DISPUTE,
                        undecided
                                .orElseThrow(() -> ApiError.impossible(
                                        null, null, "Nothing of payment " + payment + " waits for a decision."))
                                .id());
        return action == DisputeAction.OPEN ? escalate(dispute) : close(dispute, action == DisputeAction.WIN);
    }

    /** The bank is not content with the answer to its inquiry. */
    private Doc escalate(Doc dispute) throws SQLException {
        if (!isInquiry(dispute)) {
            throw ApiError.impossible(null, null, "Dispute " + dispute.id() + " is open already.");
        }
        Doc escalated = tx.documents().save(dispute.with("status", "needs_response", "is_charge_refundable", false));
        String customer =
                tx.documents().need(Kind.CHARGE, dispute.need("charge")).text("customer");
        tx.publish("charge.dispute.updated", escalated, customer);
        tx.publish("charge.dispute.funds_withdrawn", escalated, customer);
        return escalated;
    }

    /** A returned debit is a dispute that is lost from the start. */
    void comeBack(Doc charge) throws SQLException {
        close(open(charge, "debit_not_authorized", "needs_response"), false);
    }

    /** Ends the dispute; one that has ended stays as it is. */
    Doc close(Doc dispute, boolean won) throws SQLException {
        if (hasEnded(dispute)) {
            return dispute;
        }
        boolean inquiry = isInquiry(dispute);
        String status = inquiry ? "warning_closed" : won ? "won" : "lost";
        Doc closed = tx.documents().save(dispute.with("status", status, "is_charge_refundable", inquiry || won));
        String customer =
                tx.documents().need(Kind.CHARGE, dispute.need("charge")).text("customer");
        if (won && !inquiry) {
            tx.publish("charge.dispute.funds_reinstated", closed, customer);
        }
        tx.publish("charge.dispute.closed", closed, customer);
        return closed;
    }

    /** The words that decide a test dispute (docs.stripe.com/testing#evidence). */
    Doc submit(Doc dispute, String evidence) throws SQLException {
        JsonObject written = Jsons.with(dispute.object("evidence"), "uncategorized_text", evidence);
        JsonObject details =
                Jsons.with(dispute.object("evidence_details"), "has_evidence", true, "submission_count", 1);
        Doc answered = tx.documents().save(dispute.with("evidence", written, "evidence_details", details));
        if (evidence.equals("winning_evidence") || evidence.equals("losing_evidence")) {
            return close(answered, evidence.equals("winning_evidence"));
        }
        return answered;
    }

    static boolean hasEnded(Doc dispute) {
        return dispute.is("won") || dispute.is("lost") || dispute.is("warning_closed");
    }

    private static boolean isInquiry(Doc dispute) {
        return dispute.need("status").startsWith("warning_");
    }
}
