/**
 * The one question of the hot path: may this account spend? With the holds that reserve credits for costly work, and the
 * budgets that say no before the credits end.
 *
 * <p>Decided here: what a hold has charged is one number, to which its events, its expiry and its settlement add; so each
 * of them posts only the difference, and the order in which they come changes nothing. An open hold counts against the
 * budgets of the period that it is asked in, whenever it began. A budget counts from the beginning of the period in which
 * it was made.
 */
@NullMarked
package billing.domain.access;

import org.jspecify.annotations.NullMarked;
