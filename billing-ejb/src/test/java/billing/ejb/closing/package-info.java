/** Stories of deleting an account. */
@NullMarked
package billing.ejb.closing;

import org.jspecify.annotations.NullMarked;
