package billing.ejb.account;

import billing.domain.account.BillingTerms;
import billing.domain.id.AccountId;
import java.time.Instant;

/**
 * A record of new terms, or of a new limit of the owner's; it never changes.
 *
 * @param number counts the account's changes from 1
 * @param actor who changed them
 * @param terms what applied from then on
 */
public record TermsChange(
        AccountId account, int number, Instant changedAt, String actor, String reason, BillingTerms terms) {}
