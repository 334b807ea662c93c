/**
 * Money as whole nanos of the installation's currency.
 *
 * <p>Decided here: 64-bit integers, exact or an exception; {@link billing.domain.money.Money#priced} and {@link
 * billing.domain.money.Money#toCents} are the only places in the product that round, and {@link billing.domain.money.CentShares}
 * does so for lines that have to sum to their total.
 */
@NullMarked
package billing.domain.money;

import org.jspecify.annotations.NullMarked;
