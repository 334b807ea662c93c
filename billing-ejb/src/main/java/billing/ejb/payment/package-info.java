/**
 * Payment methods, the Stripe adapter, and what the gateway tells us by itself.
 *
 * <p>Decided here: a notice is acted on first and remembered after, and acting is idempotent; the other way round a crash in
 * between would lose it. What a notice means for purchases goes up as a CDI event, observed at once: if an observer fails,
 * the gateway gets an error and sends the notice again.
 */
@NullMarked
package billing.ejb.payment;

import org.jspecify.annotations.NullMarked;
