/** Stories of auto-recharge, on the moved clock and the sandbox gateway. */
@NullMarked
package billing.ejb.recharge;

import org.jspecify.annotations.NullMarked;
