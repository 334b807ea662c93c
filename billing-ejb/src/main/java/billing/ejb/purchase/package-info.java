/**
 * Buying credits, and paying back what is unspent.
 *
 * <p>Decided here: open (a transaction), charge (none), settle (a transaction). Locks are taken in the order account,
 * purchase, balance. A purchase is settled by whoever learns first: the request, a notice, or the timer.
 *
 * <p>Of a dispute a notice tells only the name: the gateway is asked how it stands, and the books are made to follow, so the
 * order of notices does not matter. What a lost one leaves is paid by the next credits, before usage beyond the balance is.
 */
@NullMarked
package billing.ejb.purchase;

import org.jspecify.annotations.NullMarked;
