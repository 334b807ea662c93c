package billing.ejb.payment;

import billing.domain.payment.DeclineCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's codes in our words. Source: Stripe, "Decline codes" (the more exact one, where there is one) and "Error codes".
 */
final class StripeDeclines {
    private static final Map<String, DeclineCode> CODES = Map.ofEntries(
            Map.entry("insufficient_funds", DeclineCode.INSUFFICIENT_FUNDS),
            Map.entry("expired_card", DeclineCode.EXPIRED_CARD),
            Map.entry("invalid_expiry_month", DeclineCode.EXPIRED_CARD),
            Map.entry("invalid_expiry_year", DeclineCode.EXPIRED_CARD),
            Map.entry("incorrect_number", DeclineCode.INCORRECT_NUMBER),
            Map.entry("invalid_number", DeclineCode.INCORRECT_NUMBER),
            Map.entry("incorrect_cvc", DeclineCode.INCORRECT_CVC),
            Map.entry("invalid_cvc", DeclineCode.INCORRECT_CVC),
            Map.entry("incorrect_zip", DeclineCode.INCORRECT_POSTCODE),
            Map.entry("incorrect_address", DeclineCode.INCORRECT_POSTCODE),
            Map.entry("card_not_supported", DeclineCode.CARD_NOT_SUPPORTED),
            Map.entry("transaction_not_allowed", DeclineCode.CARD_NOT_SUPPORTED),
            Map.entry("currency_not_supported", DeclineCode.CARD_NOT_SUPPORTED),
            Map.entry("withdrawal_count_limit_exceeded", DeclineCode.SPENDING_LIMIT),
            Map.entry("card_velocity_exceeded", DeclineCode.SPENDING_LIMIT),
            Map.entry("lost_card", DeclineCode.LOST_OR_STOLEN_CARD),
            Map.entry("stolen_card", DeclineCode.LOST_OR_STOLEN_CARD),
            Map.entry("pickup_card", DeclineCode.LOST_OR_STOLEN_CARD),
            Map.entry("restricted_card", DeclineCode.LOST_OR_STOLEN_CARD),
            Map.entry("fraudulent", DeclineCode.FRAUD),
            Map.entry("merchant_blacklist", DeclineCode.FRAUD),
            Map.entry("security_violation", DeclineCode.FRAUD),
            Map.entry("authentication_required", DeclineCode.AUTHENTICATION_REQUIRED),
            Map.entry("payment_intent_authentication_failure", DeclineCode.AUTHENTICATION_FAILED),
            Map.entry("setup_intent_authentication_failure", DeclineCode.AUTHENTICATION_FAILED),
            Map.entry("processing_error", DeclineCode.PROCESSING_ERROR),
            Map.entry("issuer_not_available", DeclineCode.PROCESSING_ERROR),
            Map.entry("try_again_later", DeclineCode.PROCESSING_ERROR),
            Map.entry("account_closed", DeclineCode.BANK_ACCOUNT_CLOSED),
            Map.entry("bank_account_closed", DeclineCode.BANK_ACCOUNT_CLOSED),
            Map.entry("bank_account_unusable", DeclineCode.BANK_ACCOUNT_UNUSABLE),
            Map.entry("bank_account_restricted", DeclineCode.BANK_ACCOUNT_UNUSABLE),
            Map.entry("debit_not_authorized", DeclineCode.BANK_ACCOUNT_UNUSABLE),
            Map.entry("no_account", DeclineCode.BANK_ACCOUNT_UNUSABLE));

    private StripeDeclines() {}

    /** The decline code tells most; an unknown one is a plain decline. */
    static DeclineCode of(@Nullable String code, @Nullable String declineCode) {
        DeclineCode exact = declineCode == null ? null : CODES.get(declineCode);
        if (exact != null) {
            return exact;
        }
        DeclineCode general = code == null ? null : CODES.get(code);
        return general == null ? DeclineCode.CARD_DECLINED : general;
    }
}
