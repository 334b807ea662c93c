/** Buying credits and giving them back. */
@NullMarked
package billing.web.purchase;

import org.jspecify.annotations.NullMarked;
