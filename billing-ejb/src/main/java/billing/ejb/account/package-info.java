/**
 * Accounts, members, operators, keys and billing contacts.
 *
 * <p>Decided here: what is mailed about an account goes through {@link billing.ejb.account.ContactService}, because only this room
 * knows to whom. It locks nothing and refers to no locked row, so it can be called from any transaction.
 */
@NullMarked
package billing.ejb.account;

import org.jspecify.annotations.NullMarked;
