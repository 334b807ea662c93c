package billing.ejb.usage;

import billing.domain.usage.UsageEvent;

/**
 * Why an event was not recorded.
 *
 * @param detail what the code alone does not say, such as the SKU that is not known
 */
public record Rejection(UsageEvent event, Code code, String detail) {
    /** The reasons, as the API names them. */
    public enum Code {
        /** There is no such account. */
        UNKNOWN_ACCOUNT,
        /** Nothing of this code is sold. */
        UNKNOWN_SKU,
        /** It is sold, but had no price yet when it was used. */
        PRICE_NOT_EFFECTIVE,
        /** It is counted in whole units. */
        FRACTIONAL_QUANTITY,
        /** It happened before the acceptance window. */
        TOO_OLD,
        /** It says that it happens later than our clock, and the tolerance, can be wrong. */
        IN_THE_FUTURE,
        /** It costs more than one event can. */
        AMOUNT_TOO_LARGE,
        /** The account has no such hold. */
        UNKNOWN_HOLD,
        /** The database refuses it; the others of its batch are recorded. */
        NOT_RECORDED
    }

    /** The event's. */
    public String id() {
        return event.id();
    }
}
