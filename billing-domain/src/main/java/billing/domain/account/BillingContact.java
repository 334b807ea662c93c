package billing.domain.account;

import billing.domain.id.AccountId;
import java.time.Instant;

/** An address that is told what happens to an account's money, besides the registered one. */
public record BillingContact(String id, AccountId account, String email, Instant createdAt) {}
