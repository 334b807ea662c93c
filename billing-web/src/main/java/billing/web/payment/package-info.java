/** Payment methods over REST, and the gateway's notices. */
@NullMarked
package billing.web.payment;

import org.jspecify.annotations.NullMarked;
