package billing.domain.access;

/** What becomes of a hold that nobody ends in time. */
public enum OnExpiry {
    /** Its rest is available again. */
    RELEASE,
    /** Its rest is charged: the work is taken to have cost what was held for it. */
    CHARGE
}
