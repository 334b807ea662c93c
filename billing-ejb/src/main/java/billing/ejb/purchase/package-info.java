/**
 * Buying credits, and paying back what is unspent.
 *
 * <p>Decided here: open (a transaction), charge (none), settle (a transaction). Locks are taken in the order account,
 * purchase, balance. A purchase is settled by whoever learns first: the request, a notice, or the timer.
 */
@NullMarked
package billing.ejb.purchase;

import org.jspecify.annotations.NullMarked;
