/** The books: balance, entries and the proof that they fit. */
@NullMarked
package billing.web.ledger;

import org.jspecify.annotations.NullMarked;
