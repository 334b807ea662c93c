package billing.ejb.account;

import billing.domain.account.ApiKey;

/**
 * A key that was just made.
 *
 * @param secret what the caller sends; it is shown now and never again
 */
public record NewKey(ApiKey key, String secret) {}
