/**
 * Usage: the price list, and the writing of usage events.
 *
 * <p>Decided here: what arrives together is written together. Accounts are cut into slices, each slice has one writer, and a
 * writer takes everything that waits for it into one transaction: so nothing waits when idle, and under load the batches
 * grow by themselves. An account gets one ledger entry a batch. The balance row's lock and the event's unique key alone make
 * it right; slices and turns only make it fast.
 *
 * <p>Prices are only ever added. Whoever adds one locks the list's one row and raises its version in the same transaction;
 * each node rates from a copy, and whoever posts usage asks for the version first, so that a copy can be old but never
 * wrongly used. A SKU is marked as used, and that is committed, before its first event is rated: from then on nobody can
 * price its past.
 *
 * <p>Decided here, too: what was used is read from sums by day plus the events that are not in them yet, in one statement.
 * The sums follow behind the writers, so that recording pays nothing for reading and a page is right at once all the same.
 */
@NullMarked
package billing.ejb.usage;

import org.jspecify.annotations.NullMarked;
