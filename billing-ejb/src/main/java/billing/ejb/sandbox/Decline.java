package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bank's no, in the words that Stripe uses for it (docs.stripe.com/declines/codes).
 *
 * @param type {@code card_error}, or {@code invalid_request_error} for a bank debit
 * @param code the error code; for cards mostly {@code card_declined}
 * @param declineCode the bank's reason, where the code does not say it
 */
record Decline(String type, String code, @Nullable String declineCode, String message) {
    private static final String DECLINED = "Your card was declined.";

    /** Errors of their own, not a {@code card_declined} with a reason. */
    private static final Map<String, String> CARD_CODES = Map.of(
            "expired_card", "Your card has expired.",
            "incorrect_cvc", "Your card's security code is incorrect.",
            "incorrect_number", "Your card number is incorrect.",
            "incorrect_zip", "The zip code you supplied failed validation.",
            "processing_error", "An error occurred while processing your card. Try again in a little bit.");

    private static final Map<String, String> CARD_REASONS = Map.of(
            "card_not_supported", "Your card does not support this type of purchase.",
            "card_velocity_exceeded",
                    "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
            "currency_not_supported", "Your card does not support this currency.",
            "insufficient_funds", "Your card has insufficient funds.");

    private static final Map<String, String> DEBIT_CODES = Map.of(
            "account_closed", "The customer's bank account has been closed.",
            "debit_not_authorized", "The customer has notified their bank that this payment was unauthorized.",
            "insufficient_funds", "The customer's account has insufficient funds to cover this payment.",
            "no_account", "The bank account could not be located.");

    private static final Map<String, String> PARAMS = Map.of(
            "expired_card", "exp_month",
            "incorrect_cvc", "cvc",
            "incorrect_number", "number",
            "incorrect_zip", "address_zip");

    /** Off-session, a bank that wants to see its customer says no, with this code. */
    static final Decline AUTHENTICATION_REQUIRED = new Decline(
            "card_error",
            "authentication_required",
            "authentication_required",
            "Your card was declined. This transaction requires authentication.");

    /** The decline that a card's bank gives for a reason. */
    static Decline card(String reason) {
        if (reason.equals(AUTHENTICATION_REQUIRED.code)) {
            return AUTHENTICATION_REQUIRED;
        }
        if (CARD_CODES.containsKey(reason)) {
            return new Decline("card_error", reason, null, CARD_CODES.get(reason));
        }
        return new Decline("card_error", "card_declined", reason, CARD_REASONS.getOrDefault(reason, DECLINED));
    }

    /** What an ACH debit fails with, days after it was asked for. */
    static Decline debit(String code) {
        String message = DEBIT_CODES.getOrDefault(code, "The bank returned the debit.");
        return new Decline("invalid_request_error", code, null, message);
    }

    /** The reason, wherever it stands. */
    String reason() {
        return declineCode == null ? code : declineCode;
    }

    /** The member {@code error} of the answer, before the payment is added to it. */
    JsonObject error() {
        String page = "https://docs.stripe.com/error-codes/" + code.replace('_', '-');
        JsonObject error = Jsons.object("code", code, "doc_url", page, "message", message, "type", type);
        error = declineCode == null ? error : Jsons.with(error, "decline_code", declineCode);
        return PARAMS.containsKey(code) ? Jsons.with(error, "param", PARAMS.get(code)) : error;
    }
}
