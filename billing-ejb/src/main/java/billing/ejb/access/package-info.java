/**
 * Answers whether an account may spend, and reserves what it is about to spend.
 *
 * <p>Decided here: whoever changes a hold or a budget's counter has the account's balance row locked first, so a settle, the
 * sweep and the usage writer take turns and none of them needs a version or a second lock. What usage does to holds and
 * budgets is done by {@link billing.ejb.access.SpendingEffect}, in the transaction that records the usage.
 */
@NullMarked
package billing.ejb.access;

import org.jspecify.annotations.NullMarked;
