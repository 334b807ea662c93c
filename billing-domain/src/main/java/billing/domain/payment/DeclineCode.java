package billing.domain.payment;

/**
 * Why a payment was refused, in the words that we tell the owner. The text of each is in the message bundle under
 * {@code decline.<name>}.
 *
 * <p>Source of the gateway's codes: Stripe, "Decline codes" and "Error codes".
 */
public enum DeclineCode {
    CARD_DECLINED(false),
    INSUFFICIENT_FUNDS(false),
    EXPIRED_CARD(false),
    INCORRECT_NUMBER(false),
    INCORRECT_CVC(false),
    INCORRECT_POSTCODE(false),
    CARD_NOT_SUPPORTED(true),
    SPENDING_LIMIT(false),
    LOST_OR_STOLEN_CARD(true),
    FRAUD(true),
    /** The bank wants the owner's approval and the owner was not there. */
    AUTHENTICATION_REQUIRED(false),
    /** The bank asked and the owner did not approve. */
    AUTHENTICATION_FAILED(false),
    PROCESSING_ERROR(false),
    BANK_ACCOUNT_CLOSED(true),
    BANK_ACCOUNT_UNUSABLE(true);

    private final boolean hard;

    DeclineCode(boolean hard) {
        this.hard = hard;
    }

    /** Whether trying the same payment method again is pointless. */
    public boolean isHard() {
        return hard;
    }
}
