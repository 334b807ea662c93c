/**
 * Months that were closed, and the documents that they became.
 *
 * <p>Decided here: an invoice is what usage took below zero in a month, no more; whatever credits paid for is on it as well, but
 * is not due. An issued document never changes.
 */
@NullMarked
package billing.domain.invoice;

import org.jspecify.annotations.NullMarked;
