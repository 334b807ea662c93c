/**
 * Answers whether an account may spend, and reserves what it is about to spend.
 *
 * <p>Decided here: whoever changes a hold or a budget's counter has the account's balance row locked first, so a settle, the
 * sweep and the usage writer take turns and none of them needs a version or a second lock. What usage does to holds and
 * budgets is done by {@link billing.ejb.access.SpendingEffect}, in the transaction that records the usage.
 *
 * <p>Access itself is read and never cached: {@link billing.ejb.access.AccessReadService} makes that cheap by reading once
 * for all who ask at the same time. {@link billing.ejb.access.AccessService} says the same to whoever asks rarely.
 */
@NullMarked
package billing.ejb.access;

import org.jspecify.annotations.NullMarked;
