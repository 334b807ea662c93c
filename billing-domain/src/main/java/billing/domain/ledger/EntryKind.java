package billing.domain.ledger;

/** What an entry is for, with the two ledger accounts that it moves money between. */
public enum EntryKind {
    PURCHASE(LedgerAccount.GATEWAY_CLEARING, LedgerAccount.CREDITS),
    FREE_GRANT(LedgerAccount.PROMOTION, LedgerAccount.CREDITS),
    USAGE(LedgerAccount.CREDITS, LedgerAccount.REVENUE),
    /** A charge for a hold that turned out too high. */
    USAGE_CORRECTED(LedgerAccount.REVENUE, LedgerAccount.CREDITS),
    /** The same, of what an invoice has taken over: it comes back as free credits. */
    USAGE_CREDITED(LedgerAccount.REVENUE, LedgerAccount.CREDITS),
    /** Usage of an account that was closed before it was reported. */
    LATE_USAGE(LedgerAccount.WRITE_OFF, LedgerAccount.REVENUE),
    /** A charge for a hold of a closed account that turned out too high. */
    LATE_USAGE_CORRECTED(LedgerAccount.REVENUE, LedgerAccount.WRITE_OFF),
    REFUND(LedgerAccount.CREDITS, LedgerAccount.GATEWAY_CLEARING),
    REFUND_RETURNED(LedgerAccount.GATEWAY_CLEARING, LedgerAccount.CREDITS),
    EXPIRY(LedgerAccount.CREDITS, LedgerAccount.BREAKAGE),
    LAPSE(LedgerAccount.CREDITS, LedgerAccount.BREAKAGE),
    DEBT_WRITTEN_OFF(LedgerAccount.WRITE_OFF, LedgerAccount.CREDITS),
    /** A month's debt becomes an invoice. */
    INVOICED(LedgerAccount.RECEIVABLE, LedgerAccount.CREDITS),
    /** The fraction of a cent that an invoice leaves out. */
    ROUNDED_DOWN(LedgerAccount.ROUNDING, LedgerAccount.CREDITS),
    /** The fraction of a cent that an invoice adds. */
    ROUNDED_UP(LedgerAccount.CREDITS, LedgerAccount.ROUNDING),
    INVOICE_PAID(LedgerAccount.GATEWAY_CLEARING, LedgerAccount.RECEIVABLE),
    /** A payment of an invoice that was paid back, or lost to a dispute. */
    INVOICE_PAYMENT_RETURNED(LedgerAccount.RECEIVABLE, LedgerAccount.GATEWAY_CLEARING),
    /** A credit note. */
    INVOICE_CREDITED(LedgerAccount.REVENUE, LedgerAccount.RECEIVABLE),
    INVOICE_WRITTEN_OFF(LedgerAccount.WRITE_OFF, LedgerAccount.RECEIVABLE),
    /** What is left of a disputed purchase. */
    DISPUTE_FROZEN(LedgerAccount.CREDITS, LedgerAccount.FROZEN),
    DISPUTE_THAWED(LedgerAccount.FROZEN, LedgerAccount.CREDITS),
    DISPUTE_LOST(LedgerAccount.FROZEN, LedgerAccount.GATEWAY_CLEARING),
    /** What of a lost purchase was spent before. */
    DISPUTE_SPENT(LedgerAccount.DISPUTE_DEBT, LedgerAccount.GATEWAY_CLEARING),
    /** The same where the account was closed before. */
    LATE_DISPUTE(LedgerAccount.WRITE_OFF, LedgerAccount.GATEWAY_CLEARING),
    /** Credits that pay for what a lost dispute took after it was spent. */
    DISPUTE_DEBT_PAID(LedgerAccount.CREDITS, LedgerAccount.DISPUTE_DEBT),
    DISPUTE_DEBT_SETTLED(LedgerAccount.GATEWAY_CLEARING, LedgerAccount.DISPUTE_DEBT);

    private final LedgerAccount from;
    private final LedgerAccount to;

    EntryKind(LedgerAccount from, LedgerAccount to) {
        this.from = from;
        this.to = to;
    }

    public LedgerAccount from() {
        return from;
    }

    public LedgerAccount to() {
        return to;
    }

    /** Whether the customer's credits grow by it. */
    public boolean addsCredits() {
        return to == LedgerAccount.CREDITS;
    }

    /** Whether the customer's credits shrink by it. */
    public boolean takesCredits() {
        return from == LedgerAccount.CREDITS;
    }
}
