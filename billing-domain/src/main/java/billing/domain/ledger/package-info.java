/**
 * The books: transfers between ledger accounts, grants and their burn-down, and the hash chain.
 *
 * <p>Decided here: an entry is one transfer, from one ledger account to another, so its two postings sum to zero by
 * construction; what needs three postings is two entries with one cause. Each entry belongs to one customer's chain.
 * The house's own accounts (revenue, clearing, rounding) keep no balance: it is a sum over entries, else they would be
 * one hot row for everybody.
 */
@NullMarked
package billing.domain.ledger;

import org.jspecify.annotations.NullMarked;
