package billing.ejb.account;

import billing.domain.account.BillingContact;

/** What became of adding a billing contact. */
public sealed interface AddContactResult {
    /** It is told from now on. */
    record Added(BillingContact contact) implements AddContactResult {}

    /** It is not, because of this. */
    record Refused(ContactRefusal reason) implements AddContactResult {}
}
