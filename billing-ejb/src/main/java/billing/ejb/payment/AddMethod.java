package billing.ejb.payment;

import billing.domain.id.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A payment method to be added by the gateway's token.
 *
 * @param clientAddress where the request came from; null for the platform, which no limit on attempts binds
 */
public record AddMethod(
        AccountId account,
        String token,
        boolean makeDefault,
        @Nullable String clientAddress) {}
