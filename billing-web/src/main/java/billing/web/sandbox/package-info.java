/** The sandbox's clock and gateway; absent in production. */
@NullMarked
package billing.web.sandbox;

import org.jspecify.annotations.NullMarked;
