/**
 * Posting to the books, reading them, and proving them.
 *
 * <p>Decided here: plain SQL through the JTA data source, because the balance row is the hot row: it is locked first, once
 * for each posting, and everything that changes with it is written in the same transaction. Posting is MANDATORY: there is
 * no entry without the thing that caused it.
 */
@NullMarked
package billing.ejb.ledger;

import org.jspecify.annotations.NullMarked;
