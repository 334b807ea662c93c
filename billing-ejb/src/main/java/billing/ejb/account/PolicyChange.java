package billing.ejb.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An announced change of policy, and how many know of it.
 *
 * @param accounts how many accounts were to be told
 * @param told how many have been
 * @param last the account up to which all have been, in the order of ids; 0 at first
 * @param doneAt when all had been told; null before
 */
public record PolicyChange(
        NewPolicy policy,
        Instant announcedAt,
        long accounts,
        long told,
        long last,
        @Nullable Instant doneAt) {}
