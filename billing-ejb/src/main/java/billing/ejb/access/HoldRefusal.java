package billing.ejb.access;

/** Why nothing was done with a hold, where credits are not the reason. */
public enum HoldRefusal {
    NO_SUCH_ACCOUNT,
    NO_SUCH_HOLD,
    /** The same id was used for another request. */
    KEY_REUSED,
    RELEASED,
    SETTLED,
    EXPIRED
}
