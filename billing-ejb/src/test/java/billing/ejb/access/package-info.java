/** Stories of access, holds and budgets. */
@NullMarked
package billing.ejb.access;

import org.jspecify.annotations.NullMarked;
