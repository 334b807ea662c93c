package billing.ejb.invoice;

/** Why a credit note is not issued. Nothing was changed. */
public enum CreditNoteRefusal {
    NO_SUCH_INVOICE,
    /** It was asked for under this id with something else in it. */
    KEY_REUSED,
    AMOUNT_NOT_WHOLE_CENTS,
    /** Nobody was asked for that much. */
    MORE_THAN_INVOICED,
    /** What would be left to be paid is less than the gateway charges, so nobody could ever pay it. */
    LEAVES_TOO_LITTLE,
    /** What is open must not change while it is being paid. */
    INVOICE_PAYMENT_OPEN,
    /** Its payment is asked back by a bank, which has not decided. */
    INVOICE_DISPUTED,
    /** What was paid comes back as credits, which a closed account can't have. */
    ACCOUNT_CLOSED
}
