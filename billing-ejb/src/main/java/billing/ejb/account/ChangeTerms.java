package billing.ejb.account;

import billing.domain.account.BillingTerms;
import billing.domain.id.AccountId;

/**
 * An account gets other terms.
 *
 * @param terms without a limit of the owner's: that stays, where the new terms allow it
 */
public record ChangeTerms(AccountId account, BillingTerms terms, String reason, String actor) {}
