/**
 * What the product needs to run: configuration, schema, database access, the clock, and the timer that wakes due work.
 *
 * <p>Decided here: timers are wake-up hints and never the truth. What is due is asked of the database, through {@link
 * billing.ejb.runtime.DueWork}, by one executor that does not depend on the wall clock, so that a clock that steps back
 * stops nothing and a second node does no harm. A transaction has one connection: plain SQL goes through the one that JPA has
 * open, because no transaction that holds a row may wait for another one while those who wait for the row have them all.
 */
@NullMarked
package billing.ejb.runtime;

import org.jspecify.annotations.NullMarked;
