/**
 * Auto-recharge and what is told when a balance runs low: over REST, as pages, and as the page that a mailed link leads to.
 *
 * <p>Decided here: nothing is agreed to unseen. The page shows the exact agreement and names what saving charges before it
 * takes a yes, and asks again if either has changed by then.
 */
@NullMarked
package billing.web.recharge;

import org.jspecify.annotations.NullMarked;
