package billing.ejb.invoice;

/** Why a payment of an invoice was not begun. */
public enum PayRefusal {
    NO_SUCH_INVOICE,
    ALREADY_PAID,
    /** A statement, or an invoice that was taken back. */
    NOTHING_DUE,
    NO_PAYMENT_METHOD,
    NO_SUCH_METHOD,
    CARD_NOT_SUPPORTED,
    KEY_REUSED
}
