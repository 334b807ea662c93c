/**
 * Usage and what it costs: the price list, and events that the platform reports.
 *
 * <p>Decided here: a SKU has one product and one unit for ever, and a price from a date on. A price is never changed; the
 * next one follows it. An event is rated once, when it is recorded, at the price of the time when it was used, rounded
 * half-even to the nano. Its id counts once per account; events with one id are compared by value.
 */
@NullMarked
package billing.domain.usage;

import org.jspecify.annotations.NullMarked;
