package billing.ejb.account;

import java.time.Instant;

/** What became of announcing a change of policy. */
public sealed interface PolicyResult {
    /** All accounts are being told, or have been. */
    record Announced(PolicyChange change) implements PolicyResult {}

    /** Nobody is told: it may apply from this time on, not earlier. */
    record TooSoon(Instant earliest) implements PolicyResult {}
}
