package billing.ejb.ledger;

import billing.domain.id.AccountId;

/**
 * Something in the books that does not fit.
 *
 * @param code a stable name of what is wrong, such as {@code HASH_MISMATCH}
 * @param account whose books
 * @param detail which line, and what it should be
 */
public record Finding(String code, String account, String detail) {
    /** A finding in an account's books. */
    public static Finding of(String code, AccountId account, String detail) {
        return new Finding(code, account.toString(), detail);
    }
}
