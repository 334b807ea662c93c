/**
 * Buying credits and giving them back.
 *
 * <p>Decided here: the number of a form is in its address, so that reloading it and going back to it find the same form,
 * and a form buys once. What is charged is the amount whose total the page has shown.
 */
@NullMarked
package billing.web.purchase;

import org.jspecify.annotations.NullMarked;
