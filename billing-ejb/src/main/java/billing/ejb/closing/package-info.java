/**
 * Deleting an account: above all other rooms, because it needs them all.
 */
@NullMarked
package billing.ejb.closing;

import org.jspecify.annotations.NullMarked;
