/**
 * Invoices: closed months become documents, which are numbered, sent and paid.
 *
 * <p>Decided here: a document has no number until {@link billing.ejb.invoice.StampSteps} gives it one, and nobody sees it
 * before. Drawing a number and stamping the document with it is one short transaction under the lock of the counter, so no
 * number is ever missing or there twice, whoever is killed and however many nodes draw. What is stamped never changes, but for
 * its way to being paid; who issued it and to whom are the versions of the issuer and of the buyer's details that were current
 * then.
 *
 * <p>On paper, {@link billing.ejb.invoice.PaperService}: the PDF is made when it is asked for, and its bytes follow from the
 * document alone. It is made on this floor and not on the pages', because mails and the API want it as well. Invoices and credit
 * notes carry their EN 16931 XML (Factur-X), written here, because what we need of that standard is smaller than any library
 * for it. A statement carries none: it asks for nothing, so the standard has no type for it. What the balance has paid is stated
 * as prepaid (BT-113); a debt of earlier months is a line of its own. A later payment shows on the page and never in the file. Three typefaces are inside the archive, so that a name is printed in the letters that it is written in: Latin, Greek,
 * Cyrillic, Hebrew, Arabic (its letters unjoined), Chinese and Japanese; letters of other scripts are printed as a box, and are
 * right in the XML.
 */
@NullMarked
package billing.ejb.invoice;

import org.jspecify.annotations.NullMarked;
