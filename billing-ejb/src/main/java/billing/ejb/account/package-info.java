/**
 * Accounts, members, operators and keys.
 */
@NullMarked
package billing.ejb.account;

import org.jspecify.annotations.NullMarked;
