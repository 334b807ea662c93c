package billing.ejb.account;

import billing.domain.account.BillingTerms;

/** An account that the platform opens for a customer. */
public record OpenAccount(String name, String email, BillingTerms terms) {}
