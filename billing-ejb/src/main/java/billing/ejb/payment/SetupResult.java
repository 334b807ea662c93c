package billing.ejb.payment;

import billing.domain.payment.HostedSetup;

/** What became of opening the gateway's page. */
public sealed interface SetupResult {
    /** The owner can go there. */
    record Opened(HostedSetup setup) implements SetupResult {}

    /** There is no page. */
    record Refused(MethodRefusal reason) implements SetupResult {}
}
