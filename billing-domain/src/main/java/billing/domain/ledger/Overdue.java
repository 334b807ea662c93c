package billing.domain.ledger;

/** What an account should have paid by now, so that it may not spend: each is paid in a way of its own. */
public enum Overdue {
    NOTHING,
    /** What a lost dispute took after it was spent: credits pay it. */
    DISPUTE_DEBT,
    /** An invoice, beyond its grace days: no credits pay it. A debt of a dispute may be there as well. */
    INVOICE;

    /** What the balance row says. */
    public static Overdue of(boolean pastDue, boolean disputeDebt) {
        if (pastDue) {
            return INVOICE;
        }
        return disputeDebt ? DISPUTE_DEBT : NOTHING;
    }
}
