package billing.ejb.account;

import billing.domain.ledger.CreditGrant;

/** What became of giving credits. */
public sealed interface GrantResult {
    /** The grant, new or from the first time. */
    record Granted(CreditGrant grant) implements GrantResult {}

    /** The same id was used for another gift. */
    record KeyReused() implements GrantResult {}

    /** It would have expired before it was given. */
    record Expired() implements GrantResult {}

    /** The account would have more free credits than it may. */
    record TooMuch() implements GrantResult {}

    record NoSuchAccount() implements GrantResult {}

    record AccountClosed() implements GrantResult {}
}
