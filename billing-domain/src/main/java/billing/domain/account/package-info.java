/**
 * The customer: the billing account, its terms, its members and its keys.
 */
@NullMarked
package billing.domain.account;

import org.jspecify.annotations.NullMarked;
