package billing.domain.recharge;

/** Why auto-recharge is off. It stays off until the owner turns it on. */
public enum OffReason {
    /** The owner turned it off. */
    OWNER,
    /** A bank account became the default payment method; only cards are recharged from. */
    BANK_ACCOUNT_DEFAULT,
    /** The bank refused the card for good. */
    DECLINED,
    /** The bank refused the card as often as it is tried. */
    DECLINED_REPEATEDLY,
    /** A payment was disputed with its bank. */
    DISPUTE,
    ACCOUNT_CLOSED
}
