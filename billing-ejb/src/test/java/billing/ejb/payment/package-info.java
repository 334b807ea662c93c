/** Stories of payment methods. */
@NullMarked
package billing.ejb.payment;

import org.jspecify.annotations.NullMarked;
