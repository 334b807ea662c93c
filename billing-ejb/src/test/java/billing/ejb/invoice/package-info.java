/** Stories about invoices. */
@NullMarked
package billing.ejb.invoice;

import org.jspecify.annotations.NullMarked;
