package billing.ejb.ledger;

import billing.domain.id.AccountId;

/**
 * Accounts that follow each other.
 *
 * @param after the account before the first of them, 0 if there is none
 * @param last the last of them
 */
public record AccountSpan(long after, long last) {
    /** A single one. */
    public static AccountSpan of(AccountId account) {
        return new AccountSpan(account.value() - 1, account.value());
    }
}
