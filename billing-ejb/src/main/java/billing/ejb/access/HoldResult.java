package billing.ejb.access;

import billing.domain.access.Hold;
import billing.domain.access.HoldDenial;

/** What became of a request about a hold. */
public sealed interface HoldResult {
    /** The hold as it is now, also if the request came before. */
    record Accepted(Hold hold) implements HoldResult {}

    /** The account may not spend that much. */
    record Denied(HoldDenial denial) implements HoldResult {}

    record Refused(HoldRefusal reason) implements HoldResult {}
}
