/**
 * Money as whole nanos of the installation's currency.
 *
 * <p>Decided here: 64-bit integers, exact or an exception; {@link billing.domain.money.Money#priced} and {@link
 * billing.domain.money.Money#toCents} are the only places in the product that round.
 */
@NullMarked
package billing.domain.money;

import org.jspecify.annotations.NullMarked;
