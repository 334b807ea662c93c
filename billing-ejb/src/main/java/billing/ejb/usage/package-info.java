/**
 * Usage: the price list, and the writing of usage events.
 *
 * <p>Decided here: what arrives together is written together. Accounts are cut into slices, each slice has one writer, and a
 * writer takes everything that waits for it into one transaction: so nothing waits when idle, and under load the batches
 * grow by themselves. An account gets one ledger entry a batch. The balance row's lock and the event's unique key alone make
 * it right; slices and turns only make it fast.
 */
@NullMarked
package billing.ejb.usage;

import org.jspecify.annotations.NullMarked;
