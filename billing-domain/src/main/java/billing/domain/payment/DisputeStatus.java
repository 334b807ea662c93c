package billing.domain.payment;

/** How a dispute stands at the gateway. */
public enum DisputeStatus {
    /** The bank asks a question; no money has moved. */
    INQUIRY,
    /** The bank has taken the money back until it decides. */
    OPEN,
    /** The money is ours again, or was never taken. */
    WON,
    LOST;

    /** Whether the bank has not decided yet. */
    public boolean isUndecided() {
        return this == INQUIRY || this == OPEN;
    }
}
