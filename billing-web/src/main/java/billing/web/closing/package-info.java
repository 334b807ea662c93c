/**
 * The end of an account, by its owner's own hand.
 */
@NullMarked
package billing.web.closing;

import org.jspecify.annotations.NullMarked;
