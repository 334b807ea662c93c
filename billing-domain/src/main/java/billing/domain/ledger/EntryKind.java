package billing.domain.ledger;

/** What an entry is for, with the two ledger accounts that it moves money between. */
public enum EntryKind {
    PURCHASE(LedgerAccount.GATEWAY_CLEARING, LedgerAccount.CREDITS),
    FREE_GRANT(LedgerAccount.PROMOTION, LedgerAccount.CREDITS),
    USAGE(LedgerAccount.CREDITS, LedgerAccount.REVENUE),
    /** A charge for a hold that turned out too high. */
    USAGE_CORRECTED(LedgerAccount.REVENUE, LedgerAccount.CREDITS),
    /** Usage of an account that was closed before it was reported. */
    LATE_USAGE(LedgerAccount.WRITE_OFF, LedgerAccount.REVENUE),
    /** A charge for a hold of a closed account that turned out too high. */
    LATE_USAGE_CORRECTED(LedgerAccount.REVENUE, LedgerAccount.WRITE_OFF),
    REFUND(LedgerAccount.CREDITS, LedgerAccount.GATEWAY_CLEARING),
    REFUND_RETURNED(LedgerAccount.GATEWAY_CLEARING, LedgerAccount.CREDITS),
    EXPIRY(LedgerAccount.CREDITS, LedgerAccount.BREAKAGE),
    LAPSE(LedgerAccount.CREDITS, LedgerAccount.BREAKAGE),
    DEBT_WRITTEN_OFF(LedgerAccount.WRITE_OFF, LedgerAccount.CREDITS);

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
