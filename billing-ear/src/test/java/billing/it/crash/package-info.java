/**
 * The power goes out: the quick start is killed, at random and at named points, and started again on what is left on the
 * disk. What was acknowledged is there, and nothing was charged or credited twice.
 */
@NullMarked
package billing.it.crash;

import org.jspecify.annotations.NullMarked;
