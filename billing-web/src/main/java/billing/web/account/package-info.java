/** Accounts, their keys and gifts to them. */
@NullMarked
package billing.web.account;

import org.jspecify.annotations.NullMarked;
