package billing.domain.recharge;

/** What is wrong with a setting. Its text is in the message bundle, and says what would be right. */
public enum SettingsRule {
    REQUIRED,
    /** Amounts are whole cents. */
    WHOLE_CENTS,
    /** Less than the least: {0}. */
    TOO_SMALL,
    /** More than the most: {0}. */
    TOO_LARGE,
    /** The threshold is so high that no target above it fits into a purchase: at most {0}. */
    NO_ROOM_FOR_TARGET,
    /** The target is closer to the threshold than it may be: at least {0}. */
    TARGET_TOO_CLOSE,
    /** A charge up to the target could exceed the largest purchase: at most {0}. */
    TARGET_TOO_HIGH,
    /** Saving would buy {0} increments at once, {1} are allowed; an amount of {2} would do. */
    TOO_MANY_AT_ONCE,
    /** The month's cap is less than one recharge: at least {0}. */
    CAP_TOO_SMALL
}
