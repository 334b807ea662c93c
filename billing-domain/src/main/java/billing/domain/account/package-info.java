/**
 * The customer: the billing account, its terms, its members, its keys and its billing contacts.
 */
@NullMarked
package billing.domain.account;

import org.jspecify.annotations.NullMarked;
