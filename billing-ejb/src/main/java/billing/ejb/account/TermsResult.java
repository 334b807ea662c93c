package billing.ejb.account;

import billing.domain.account.BillingAccount;
import billing.domain.money.Money;

/** What became of new terms, or of a new limit of the owner's. */
public sealed interface TermsResult {
    /** They are in force. */
    record Changed(BillingAccount account) implements TermsResult {}

    /** Nothing changed. */
    record Refused(TermsRefusal reason) implements TermsResult {}

    /** Nothing changed: the terms allow no limit above this. */
    record AboveCap(Money cap) implements TermsResult {}
}
