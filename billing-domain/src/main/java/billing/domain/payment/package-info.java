/**
 * How money reaches us: payment methods, and the port to the gateway that holds the cards.
 *
 * <p>Decided here: a call that moves money answers with a value for every outcome, {@code Unknown} among them, because
 * a time-out is an answer that has to be acted on and not an exception to be logged.
 */
@NullMarked
package billing.domain.payment;

import org.jspecify.annotations.NullMarked;
