/**
 * Payment methods over REST and as pages, and the gateway's notices. Card data never passes through here: it is typed on
 * the gateway's page.
 */
@NullMarked
package billing.web.payment;

import org.jspecify.annotations.NullMarked;
