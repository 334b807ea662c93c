/**
 * Invoices and statements, on pages and for programs, and whom they are issued to.
 *
 * <p>Decided here: what is shown in cents is the rounding of the document, in which the lines sum to the total; the exact
 * amounts, of which the books are made, stand beside it for programs.
 */
@NullMarked
package billing.web.invoice;

import org.jspecify.annotations.NullMarked;
