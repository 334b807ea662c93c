package billing.ejb.access;

import billing.domain.id.AccountId;
import billing.domain.usage.Labels;

/**
 * May this account spend, and may this caller know?
 *
 * @param keyId the id of the key that asks
 * @param labels what is to be spent for: budgets count by them
 */
public record AccessQuestion(AccountId account, String keyId, Labels labels) {}
