package billing.ejb.account;

import billing.domain.account.BillingAccount;
import billing.domain.account.Member;

/** What became of signing up. */
public sealed interface SignUpResult {
    /** There is an account now, and its owner. */
    record SignedUp(BillingAccount account, Member owner) implements SignUpResult {}

    /** A member has this address already. */
    record EmailTaken() implements SignUpResult {}
}
