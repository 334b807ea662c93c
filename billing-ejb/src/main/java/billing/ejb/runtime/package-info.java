/**
 * What the product needs to run: configuration, schema, database access, the clock, and the timer that wakes due work.
 *
 * <p>Decided here: timers are wake-up hints and never the truth. What is due is asked of the database, through {@link
 * billing.ejb.runtime.DueWork}, by one executor that does not depend on the wall clock, so that a clock that steps back
 * stops nothing and a second node does no harm.
 */
@NullMarked
package billing.ejb.runtime;

import org.jspecify.annotations.NullMarked;
