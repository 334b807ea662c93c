package billing.ejb.sandbox;

import billing.domain.money.Money;

/**
 * A dispute as the sandbox's gateway has it.
 *
 * @param status in Stripe's words, such as {@code needs_response}
 */
public record SandboxDispute(String id, String status, Money amount) {}
