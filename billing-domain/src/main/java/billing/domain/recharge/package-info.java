/**
 * Auto-recharge: when it buys, how much, and when it stops by itself.
 *
 * <p>Nothing here asks a clock, a database or a gateway. A decision is made from the settings, what is available and what the
 * month has seen already; the same decision is replayed over the past to show an owner what settings would have done.
 */
@NullMarked
package billing.domain.recharge;

import org.jspecify.annotations.NullMarked;
