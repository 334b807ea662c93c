/** The gateway simulator, driven as a stranger would: by Stripe's own client over real HTTP, and by a browser's requests. */
@NullMarked
package billing.ejb.sandbox;

import org.jspecify.annotations.NullMarked;
