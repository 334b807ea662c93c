package billing.ejb.access;

import billing.domain.access.AccessDecision;
import org.jspecify.annotations.Nullable;

/**
 * What one read of the database says.
 *
 * @param isKeyRevoked whether the key that asks is one no more
 * @param decision null if there is no such account
 */
public record AccessAnswer(boolean isKeyRevoked, @Nullable AccessDecision decision) {}
