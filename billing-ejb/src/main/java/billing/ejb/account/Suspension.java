package billing.ejb.account;

import billing.domain.id.AccountId;

/**
 * An account is stopped, or goes on.
 *
 * @param reason why, for the audit
 */
public record Suspension(AccountId account, String reason, String actor) {}
