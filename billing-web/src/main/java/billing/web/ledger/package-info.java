/**
 * The books: balance, entries and the proof that they fit, over REST and as their owner reads them.
 */
@NullMarked
package billing.web.ledger;

import org.jspecify.annotations.NullMarked;
