/**
 * Invoices: closed months become documents, which are numbered, sent and paid.
 *
 * <p>Decided here: a document has no number until {@link billing.ejb.invoice.StampSteps} gives it one, and nobody sees it
 * before. Drawing a number and stamping the document with it is one short transaction under the lock of the counter, so no
 * number is ever missing or there twice, whoever is killed and however many nodes draw. What is stamped never changes, but for
 * its way to being paid; who it was issued to is the version of the buyer's details that was current then.
 */
@NullMarked
package billing.ejb.invoice;

import org.jspecify.annotations.NullMarked;
