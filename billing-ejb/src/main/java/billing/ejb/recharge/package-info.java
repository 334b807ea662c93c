/**
 * What happens when a balance runs low: it is recharged, and the owner is told.
 *
 * <p>A recharge is placed in the very transaction that takes what is available below the threshold, under the lock of the
 * balance row: so there is one, however many cross the threshold at once on however many nodes. A unique key says the same to
 * whoever does not believe in locks. The purchase is charged outside, by the due work that settles all purchases; its end is
 * told by an event in the transaction that settles it, which counts declines and looks again, so that increments follow one
 * another. Whatever the decision goes by is changed under the lock of the balance row, and asks anew: settings, the default
 * payment method, the end of a purchase, the end of a pause.
 *
 * <p>Lock order: account, balance, then the tables of this room.
 */
@NullMarked
package billing.ejb.recharge;

import org.jspecify.annotations.NullMarked;
