package billing.ejb.access;

import billing.domain.access.HoldTerms;

/**
 * Credits to be reserved.
 *
 * @param holdId minted by the caller: the same id is the same hold
 */
public record TakeHold(String holdId, HoldTerms terms, String actor) {}
