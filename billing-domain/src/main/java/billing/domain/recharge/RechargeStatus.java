package billing.domain.recharge;

/** What auto-recharge is doing. */
public enum RechargeStatus {
    OFF,
    /** It watches the balance. */
    ACTIVE,
    /** A recharge is being charged. */
    CHARGING,
    /** A recharge waits until the owner has approved it at the bank. */
    AUTHORIZATION_NEEDED,
    /** The last one was declined; it is tried again. */
    RETRYING,
    /** The next one would exceed what the owner allows in a month. */
    CAP_REACHED
}
