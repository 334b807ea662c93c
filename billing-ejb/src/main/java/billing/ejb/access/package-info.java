/**
 * Answers whether an account may spend.
 */
@NullMarked
package billing.ejb.access;

import org.jspecify.annotations.NullMarked;
